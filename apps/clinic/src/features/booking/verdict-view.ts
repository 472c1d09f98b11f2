import type { Verdict, VerdictWords } from '@pointille/protocol'

/** A verdict as its notice shows it: what in bold, then why and until when. */
export type VerdictView = { kind: Verdict['kind']; title: string; sentences: string[] }

const toSplit = /^(.+?)(\u00a0:|:|\.) (.+)$/s

/** Splits the sentence after its first clause, which stands in bold in the verdict's colour. */
export function viewVerdict({ sentence, reason, expires }: VerdictWords, kind: Verdict['kind']): VerdictView {
  const parts = toSplit.exec(sentence)
  const title = parts ? `${parts[1]}.` : sentence
  const rest = parts ? [parts[3]!.charAt(0).toLocaleUpperCase() + parts[3]!.slice(1)] : []
  // The sentence of a delay holds its reason and its date already.
  const more = kind === 'deferUntil' ? [] : [reason, expires]
  return { kind, title, sentences: [...rest, ...more].filter((text) => text !== undefined) }
}
