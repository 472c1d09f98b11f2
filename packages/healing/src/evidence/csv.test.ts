import { expect, test } from 'vitest'
import { CsvFault, parseCsv } from './csv.ts'

const faultOf = (text: string, required: string[] = []) => {
  try {
    parseCsv(text, required)
  } catch (error) {
    if (error instanceof CsvFault) return error.message
    throw error
  }
  return 'no fault'
}

test('quoted cells keep their commas, line breaks and doubled quotes', () => {
  expect(parseCsv('id,note\nA1,"one, two"\nA2,"said ""three""\nfour"\n')).toEqual([
    { id: 'A1', note: 'one, two' },
    { id: 'A2', note: 'said "three"\nfour' },
  ])
})

test('an empty last cell is a cell, and a mark of byte order is none', () => {
  expect(parseCsv('\uFEFFa,b\r\n1,\r\n')).toEqual([{ a: '1', b: '' }])
})

test('a quote inside a cell that did not begin with one is a letter', () => {
  expect(parseCsv('a,b\n5" long,1\n')).toEqual([{ a: '5" long', b: '1' }])
})

test('a row that slipped is refused with its line and the column where it ran out or over', () => {
  expect(faultOf('a,b\n1,2\n1,2,3\n')).toBe('line 3, column "b": 3 cells, the header has 2')
  expect(faultOf('a,b,c\n"two\nlines",1,2\n1\n')).toBe('line 4, column "b": 1 cells, the header has 3')
})

test('a quote that stays open is found where it was opened', () => {
  expect(faultOf('a,b\n1,2\n3,"four\n5,6\n')).toBe('line 3, column "b": a quote is opened here and never closed')
})

test('a missing column is named, in an empty file and in one with semicolons too', () => {
  expect(faultOf('a,b\n1,2\n', ['id'])).toBe('line 1, column "id": it is not in the header')
  expect(faultOf('', ['id'])).toContain('the file is empty')
  expect(faultOf('id;b\n1;2\n', ['id'])).toContain('commas are expected')
  expect(faultOf('id,id\n1,2\n')).toContain('stands twice')
})
