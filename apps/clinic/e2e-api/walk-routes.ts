import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const routes = join(import.meta.dirname, '../src/routes')
const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Every route that is on disk, by the id under which its door stands, with the methods it answers: 'GET', 'POST', 'POST ?/open'. */
export function listRoutesOnDisk(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const file of globSync('**/+{page,server}*', { cwd: routes })) {
    const folder = dirname(file) === '.' ? '' : dirname(file)
    const id = `/${folder}`.replace(/\/\([^)]+\)/g, '') || '/'
    const methods = found.get(id) ?? new Set()
    found.set(id, methods)
    const text = readFileSync(join(routes, file), 'utf8')
    if (/\+page.*\.svelte$/.test(file)) methods.add('GET')
    if (/\+page\.server\.ts$/.test(file)) {
      methods.add('GET')
      for (const action of listActions(text)) methods.add(action === 'default' ? 'POST' : `POST ?/${action}`)
    }
    if (/\+server\.ts$/.test(file))
      for (const verb of verbs)
        if (new RegExp(`export (const|async function|function) ${verb}\\b`).test(text)) methods.add(verb)
  }
  return found
}

/** The names of a page's form actions, as its file declares them. */
function listActions(text: string): string[] {
  const begin = text.indexOf('export const actions')
  if (begin === -1) return []
  const body = text.slice(begin, text.indexOf('\n}', begin))
  return [...body.matchAll(/^ {2}(?:async )?(\w+)\s*[:(,]/gm)].map((match) => match[1]!)
}
