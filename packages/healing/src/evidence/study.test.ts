import { expect, test } from 'vitest'
import { isSameStudy, studyOf } from './study.ts'

const study = (name: string, year = '', doi = '') => studyOf({ study: name, year, doi })

test('a DOI tells a study however it is written', () => {
  expect(
    isSameStudy(
      study('Leheta', '2011', '10.1111/J.1524-4725'),
      study('L. et al', '', 'https://doi.org/10.1111/j.1524-4725'),
    ),
  ).toBe(true)
})

test('a PMID in the name is as good as one in its column', () => {
  expect(isSameStudy(study('CO2 vs MN split-face (PMID:39640445)'), study('Somebody', '2024', 'PMID:39640445'))).toBe(
    true,
  )
})

test('one name with two DOIs is two studies', () => {
  expect(isSameStudy(study('Leheta', '2011', '10.1111/a'), study('Leheta', '2011', '10.1111/b'))).toBe(false)
})

test('without a number on one side, the name and the year decide, and a missing year is no excuse', () => {
  expect(isSameStudy(study('Malik', '', '10.1111/a'), study('Malik (acne)', '2024'))).toBe(true)
  expect(isSameStudy(study('Fabbrocini', '2009'), study('Fabbrocini', '2014'))).toBe(false)
  expect(isSameStudy(study(''), study(''))).toBe(false)
})
