import { expect, test } from 'vitest'
import { parseCsv } from './csv.ts'

test('quoted cells keep their commas, line breaks and doubled quotes', () => {
  expect(parseCsv('id,note\nA1,"one, two"\nA2,"said ""three""\nfour"\n')).toEqual([
    { id: 'A1', note: 'one, two' },
    { id: 'A2', note: 'said "three"\nfour' },
  ])
})

test('an empty last cell is a cell', () => {
  expect(parseCsv('a,b\r\n1,\r\n')).toEqual([{ a: '1', b: '' }])
})

test('a row that slipped by one cell is refused', () => {
  expect(() => parseCsv('a,b\n1,2,3\n')).toThrow('Row 1 has 3 cells')
})
