const SETTINGS = ['POINTILLE_DEMO', 'POINTILLE_RATE_LIMIT', 'POINTILLE_SECRET', 'POINTILLE_URL', 'POINTILLE_DATA']

/** One line for each variable that is nearly one of ours: a misspelt POINTILLE_DEMO=off would open a clinic with known passwords. */
export function checkSpelling(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    if (!name.toUpperCase().startsWith('POINT') || SETTINGS.includes(name)) return []
    const meant = SETTINGS.find((setting) => distance(name.toUpperCase(), setting) <= 2)
    return meant ? [`${name} is not a setting: write ${meant}, or remove it.`] : []
  })
}

/** Levenshtein distance: how many letters to add, drop or change. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (const [column, other] of [...to].entries()) {
      next.push(Math.min(row[column + 1]! + 1, next[column]! + 1, row[column]! + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row[to.length]!
}
