import { expect, test } from 'vitest'
import { textPieces } from './text-pieces.ts'

test('an address in a letter can be followed, and nothing else of the letter changes', () => {
  const text = 'Changer\nhttp://localhost:3000/fr/rdv/gerer/a_b-c\n\nCabinet Lumen\n'
  expect(textPieces(text)).toEqual([
    { text: 'Changer\n' },
    { text: 'http://localhost:3000/fr/rdv/gerer/a_b-c', href: 'http://localhost:3000/fr/rdv/gerer/a_b-c' },
    { text: '\n\nCabinet Lumen\n' },
  ])
  expect(
    textPieces(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
})
