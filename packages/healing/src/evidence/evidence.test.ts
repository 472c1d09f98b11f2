import { expect, test } from 'vitest'
import { acneScarStudies, evidenceGrades, findSource, getEvidenceGrade, meanImprovementByPeople } from '../index.ts'

test('eight studies of needling alone give 33 % when every person counts once', () => {
  expect(acneScarStudies).toHaveLength(8)
  expect(Math.round(meanImprovementByPeople(acneScarStudies))).toBe(33)
})

test('studies stand in the order of their result', () => {
  expect(acneScarStudies.map((study) => study.id)).toEqual([
    'AS18',
    'AS46',
    'AS70',
    'AS87',
    'AS97',
    'AS20',
    'AS76',
    'AS99',
  ])
})

test('only three of them drew lots', () => {
  expect(acneScarStudies.filter((study) => study.randomised).map((study) => study.id)).toEqual(['AS18', 'AS70', 'AS20'])
})

test('no indication has three dots, and pores have none', () => {
  expect(Math.max(...evidenceGrades.map((grade) => grade.dots))).toBe(2)
  expect(getEvidenceGrade('EG10').dots).toBe(0)
  expect(() => getEvidenceGrade('EG99')).toThrow('No evidence grade EG99')
})

test('a row leads to its source, the paper first', () => {
  expect(findSource('K0001')?.url).toMatch(/^https:\/\//)
  expect(findSource('AS76')).toEqual({ id: 'AS76', url: 'https://pubmed.ncbi.nlm.nih.gov/39640445/', secondary: false })
  expect(findSource('AS20')?.secondary).toBe(true)
  expect(findSource('K9999')).toBeUndefined()
})
