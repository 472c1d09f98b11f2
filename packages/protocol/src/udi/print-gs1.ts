import { findIdentifier } from './application-identifiers.ts'
import { type Gs1Element, groupSeparator } from './parse-gs1.ts'

/**
 * The element string of elements, in their order: `raw` as a scanner hands it on (a group separator after every open-ended
 * element but the last), `human` with parentheses, as it is printed under a symbol. Human text cannot be read back when a value
 * holds a parenthesis or a brace.
 * @throws for an identifier that is not known
 */
export function printGs1(elements: readonly Gs1Element[], form: 'raw' | 'human'): string {
  return elements
    .map(({ ai, value }, index) => {
      const identifier = findIdentifier(ai)
      if (!identifier) throw new Error(`GS1 application identifier ${ai} is not known here`)
      if (form === 'human') return `(${ai})${value}`
      const isLast = index === elements.length - 1
      return `${ai}${value}${identifier.endsByItself || isLast ? '' : groupSeparator}`
    })
    .join('')
}
