import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { findProcessMark } from './processes.ts'

/** Who holds a claim: written in the claim's file. */
export interface ClaimHolder {
  readonly pid: number
  /** When that process began; see findProcessMark. */
  readonly mark: string
  /** Where the claim lay when it was made: a copied directory brings a claim that holds only at its origin. */
  readonly file: string
  readonly address?: string
}

export type Claim =
  | { readonly held: true; announce(address: string): void; release(): void }
  | { readonly held: false; readonly by: ClaimHolder }

/** Takes a claim that ends with this process, even when it is killed: a claim whose holder no longer lives counts for nothing. */
export function takeClaim(file: string): Claim {
  const own: ClaimHolder = { pid: process.pid, mark: findProcessMark(process.pid) ?? '', file }
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (placeNew(file, own)) {
      return {
        held: true,
        announce: (address) => replace(file, { ...own, address }),
        release: () => rmSync(file, { force: true }),
      }
    }
    const holder = readHolder(file)
    if (holder && holder.file === file && findProcessMark(holder.pid) === holder.mark)
      return { held: false, by: holder }
    rmSync(file, { force: true })
  }
  throw new Error(`the claim ${file} could not be taken`)
}

/** Puts the whole file there at once, or not at all when one is there. */
function placeNew(file: string, holder: ClaimHolder): boolean {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

function replace(file: string, holder: ClaimHolder): void {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 })
  renameSync(draft, file)
}

function readHolder(file: string): ClaimHolder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ClaimHolder
  } catch {
    return undefined
  }
}
