import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eliminate, substitute } from './elimination.ts'
import { calculate } from './evaluate-expression.ts'
import { type Ledger, makeLedger } from './ledger.ts'

/** Values of all entries, inputs given by their text. */
function valuesOf({ entries }: Ledger, inputs: ReadonlyMap<string, number>): number[] {
  const values: number[] = []
  for (const { what, operands, text, value } of entries) {
    const [first = 0, second] = operands.map((operand) => values[operand]!)
    if (value !== undefined) values.push(value)
    else if (text !== undefined) values.push(inputs.get(text)!)
    else values.push(what === 'negative' ? -first : calculate(what, first, second))
  }
  return values
}

/** Sparse matrices with a diagonal that outweighs its row; 0 where there is nothing. */
const anyMatrix = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc
    .array(
      fc.array(fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: 0, freq: 1 }), {
        minLength: size,
        maxLength: size,
      }),
      {
        minLength: size,
        maxLength: size,
      },
    )
    .map((rows) => rows.map((row, at) => row.map((value, column) => (at === column ? 10 + value : value)))),
)

test('a system solved with kept factors gives back its right side', () => {
  fc.assert(
    fc.property(anyMatrix, (rows) => {
      const ledger = makeLedger()
      const inputs = new Map<string, number>()
      const input = (text: string, value: number) => {
        inputs.set(text, value)
        return ledger.input(text, false)
      }
      const matrix = rows.map((row, at) =>
        row.map((value, column) => (value === 0 ? undefined : input(`m${at}_${column}`, value))),
      )
      const right = rows.map((_, at) => input(`b${at}`, at + 1))
      const factored = eliminate(ledger, matrix)
      const solution = substitute(ledger, factored, factored.kept, right)
      const values = valuesOf(ledger, inputs)
      rows.forEach((row, at) => {
        const product = row.reduce((sum, value, column) => sum + value * values[solution[column]!]!, 0)
        expect(product).toBeCloseTo(at + 1, 10)
      })
    }),
  )
})

test('an arrow that points the wrong way is eliminated without filling a zero', () => {
  const ledger = makeLedger()
  const size = 8
  const matrix = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) =>
      row === column || row === 0 || column === 0 ? ledger.input(`m${row}_${column}`, false) : undefined,
    ),
  )
  expect(eliminate(ledger, matrix).kept).toHaveLength(3 * size - 2)
})
