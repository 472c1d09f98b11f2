import { readFile, writeFile } from 'node:fs/promises'
import { InputFault } from './input-fault.ts'

/** The text of a file, or of the input stream for `-`; throws InputFault when it cannot be read. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path === '-' ? '/dev/stdin' : path, 'utf8')
  } catch (error) {
    throw new InputFault(`${path}: ${reasonOf(error, 'it cannot be read')}`)
  }
}

/** Parsed JSON; throws InputFault with the place in the file where it stops being JSON. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new InputFault(`${path}: this is not JSON. ${error instanceof Error ? error.message : ''}`.trimEnd())
  }
}

/** Writes a file; throws InputFault when it cannot be written. */
export async function writeTo(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content)
  } catch (error) {
    throw new InputFault(`${path}: ${reasonOf(error, 'it cannot be written')}`)
  }
}

function reasonOf(error: unknown, otherwise: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file or folder. Check the path.'
  if (code === 'EACCES') return 'permission is missing.'
  if (code === 'EISDIR') return 'this is a folder. Give a file.'
  return `${otherwise} (${error instanceof Error ? error.message : String(error)}).`
}
