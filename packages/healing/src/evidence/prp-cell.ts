/** What a `prp` cell answers; undefined = nothing was printed, or nothing that is an answer. */
export function prpAnswer(cell = ''): boolean | undefined {
  const text = cell.trim().toLowerCase()
  if (/^(no|none|false|0|without|n)\b/.test(text)) return false
  return /^(yes|y|true|1|with|prp)\b/.test(text) ? true : undefined
}
