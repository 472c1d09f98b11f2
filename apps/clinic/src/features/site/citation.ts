import { evidenceGrades, findSource, PROCEDURE_NOTES } from '@pointille/healing'
import {
  getContraindication,
  getSetting,
  isContraindicationId,
  listSettings,
  type SettingId,
} from '@pointille/protocol'
import { citedPages } from './cited-pages.ts'

/** A source as the reader sees it: its row, or the first and last of a run of rows, and where it leads. */
export type Citation = { readonly label: string; readonly url?: string; readonly secondary: boolean }

type Found = { id: string; url?: string; secondary: boolean }

/**
 * The sources of a statement, runs of rows that lead to one address joined into one. `MOD` (the model) and `EG` (our own
 * grades) have no address; a statement of another page (`Q-01`) is given one by `pageOf`.
 * Throws for an id that no table holds.
 */
export function citationsOf(ids: readonly string[], pageOf: (id: string) => string | undefined): Citation[] {
  const joined: { first: string; last: string; url?: string; secondary: boolean }[] = []
  for (const { id, url, secondary } of ids.flatMap((asked) => expand(asked, pageOf))) {
    const before = joined.at(-1)
    if (before && url !== undefined && before.url === url && before.secondary === secondary) before.last = id
    else joined.push({ first: id, last: id, url, secondary })
  }
  return joined.map(({ first, last, url, secondary }) => ({
    label: first === last ? first : `${first}–${last}`,
    url,
    secondary,
  }))
}

function expand(asked: string, pageOf: (id: string) => string | undefined): Found[] {
  const [first, last] = asked.split('..') as [string, string?]
  if (last === undefined) return [find(first, pageOf)]
  const letters = first.replace(/\d+$/, '')
  const digits = first.length - letters.length
  const found: Found[] = []
  for (let row = Number(first.slice(letters.length)); row <= Number(last.slice(letters.length)); row += 1) {
    const id = letters + String(row).padStart(digits, '0')
    // A run may have holes: rows that were read and then dropped.
    if (findSource(id)) found.push(find(id, pageOf))
  }
  if (found.length === 0) throw new Error(`no rows ${asked}`)
  return found
}

function find(id: string, pageOf: (id: string) => string | undefined): Found {
  const page = pageOf(id)
  if (page !== undefined) return { id, url: page, secondary: false }
  if (isContraindicationId(id)) return { id, url: getContraindication(id).sourceUrl, secondary: false }
  if (isSettingId(id)) return { id, url: getSetting(id).sourceUrl, secondary: false }
  const cited = citedPages[id]
  if (cited) return { id, url: cited.url, secondary: cited.secondary === true }
  const note = PROCEDURE_NOTES[id]
  if (note) return { id, url: note, secondary: false }
  const source = findSource(id)
  if (source) return { id, url: originalOf(source.url), secondary: source.secondary }
  if (id === 'MOD' || evidenceGrades.some((grade) => grade.id === id)) return { id, secondary: false }
  throw new Error(`no source ${id}`)
}

function isSettingId(id: string): id is SettingId {
  return listSettings().some((row) => row.id === id)
}

/** Some rows were read on a mirror; the reader is led to the page that it mirrors. */
function originalOf(url: string): string {
  const pubmed = /laibokeji\.com\/(\d+)$|pubmed-article\/(\d+)/.exec(url)
  if (pubmed) return `https://pubmed.ncbi.nlm.nih.gov/${pubmed[1] ?? pubmed[2]}/`
  const wrapped = /^https:\/\/[^/]+\/(https:\/\/.+)$/.exec(url)
  if (wrapped) return wrapped[1]!
  if (!url.startsWith('http')) return `https://${url.split(' ')[0]}`
  return url.replace(/\?error=cookies_not_supported.*$/, '')
}
