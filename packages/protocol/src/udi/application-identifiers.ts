/** What an application identifier's data looks like. Source: GS1 General Specifications, section 3.2. */
export interface ApplicationIdentifier {
  ai: string
  /** `numeric` = digits; `text` = the 82 characters of GS1's set; `date` = YYMMDD; `dateTime` = YYMMDDhhmm. */
  data: 'numeric' | 'text' | 'date' | 'dateTime'
  shortest: number
  longest: number
  /** Its length is announced by its first two digits, so no separator has to end it. */
  endsByItself: boolean
  /** The last digit checks the others. */
  checked?: true
}

const fixed = (
  ai: string,
  data: ApplicationIdentifier['data'],
  length: number,
  more: Partial<ApplicationIdentifier> = {},
): ApplicationIdentifier => ({ ai, data, shortest: length, longest: length, endsByItself: true, ...more })
const open = (ai: string, longest: number, data: 'numeric' | 'text' = 'text'): ApplicationIdentifier => ({
  ai,
  data,
  shortest: 1,
  longest,
  endsByItself: false,
})

/** What stands on devices and their packs. What is not listed cannot be delimited, so it is refused and not skipped. */
const table: readonly ApplicationIdentifier[] = [
  fixed('00', 'numeric', 18, { checked: true }),
  fixed('01', 'numeric', 14, { checked: true }),
  fixed('02', 'numeric', 14, { checked: true }),
  open('10', 20),
  ...['11', '12', '13', '15', '16', '17'].map((ai) => fixed(ai, 'date', 6)),
  fixed('20', 'numeric', 2),
  open('21', 20),
  open('22', 20),
  open('235', 28),
  open('240', 30),
  open('241', 30),
  open('250', 30),
  open('30', 8, 'numeric'),
  open('37', 8, 'numeric'),
  ...['710', '711', '712', '713', '714', '715', '716', '717'].map((ai) => open(ai, 20)),
  fixed('7003', 'dateTime', 10, { endsByItself: false }),
  open('8012', 20),
  open('8013', 25),
  ...['91', '92', '93', '94', '95', '96', '97', '98', '99'].map((ai) => open(ai, 90)),
]

const byIdentifier: ReadonlyMap<string, ApplicationIdentifier> = new Map(table.map((entry) => [entry.ai, entry]))

/** All identifiers that are understood, for printers and tests. */
export const applicationIdentifiers: readonly string[] = table.map(({ ai }) => ai)

export function findIdentifier(ai: string): ApplicationIdentifier | undefined {
  return byIdentifier.get(ai)
}

/** The identifier that a text begins with. None is the beginning of another, so there is one or none. */
export function identifierAtStart(text: string): ApplicationIdentifier | undefined {
  for (const length of [2, 3, 4]) {
    const known = text.length >= length ? byIdentifier.get(text.slice(0, length)) : undefined
    if (known) return known
  }
  return undefined
}

/** GS1's 82 characters: what a lot or a serial may hold. No space, and neither # nor $. */
export const isGs1Text = (value: string): boolean => /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/.test(value)
