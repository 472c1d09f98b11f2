import { describe, expect, test } from 'vitest'
import { checkHealthForm, readHealthForm, typeHealth } from './health-form.ts'

const todayOn = '2026-11-24'

function form(entries: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

const birth: [string, string][] = [
  ['birthDay', '3'],
  ['birthMonth', '03'],
  ['birthYear', '1988'],
]

function check(...entries: [string, string][]) {
  return checkHealthForm(readHealthForm(form(entries)), todayOn)
}

describe('what is answered', () => {
  test('nothing applies', () => {
    expect(check(['none', 'yes'], ...birth)).toEqual({ selected: [{ questionId: 'none' }], birthDate: '1988-03-03' })
  })

  test('a day, a month counted from its end, and a date no longer known', () => {
    expect(
      check(
        ['health', 'recent-tan'],
        ['date-recent-tanDay', '20'],
        ['date-recent-tanMonth', '11'],
        ['date-recent-tanYear', '2026'],
        ['health', 'isotretinoin'],
        ['date-isotretinoinMonth', '9'],
        ['date-isotretinoinYear', '2026'],
        ['health', 'deep-peel'],
        ...birth,
      ),
    ).toEqual({
      birthDate: '1988-03-03',
      selected: [
        { questionId: 'isotretinoin', lastOn: '2026-09-30' },
        { questionId: 'recent-tan', lastOn: '2026-11-20' },
        { questionId: 'deep-peel' },
      ],
    })
  })

  test('is shown again as it was given', () => {
    const entries: [string, string][] = [
      ['health', 'recent-tan'],
      ['date-recent-tanDay', '20'],
      ['date-recent-tanMonth', '11'],
      ['date-recent-tanYear', '2026'],
      ['birthDay', '3'],
      ['birthMonth', '3'],
      ['birthYear', '1988'],
    ]
    const typed = readHealthForm(form(entries))
    const answers = checkHealthForm(typed, todayOn)
    if ('faults' in answers) throw new Error('refused')
    expect(typeHealth(answers)).toEqual(typed)
  })

  test('dates of boxes that are not ticked are not read', () => {
    expect(check(['none', 'yes'], ['date-recent-tanDay', '99'], ...birth)).toMatchObject({ birthDate: '1988-03-03' })
  })
})

describe('what is wrong', () => {
  test('an empty page names both things to do', () => {
    expect(check()).toEqual({
      faults: [
        { field: 'health', fault: 'nothingTicked' },
        { field: 'birthDay', fault: 'birthMissing' },
      ],
    })
  })

  test('"none" with another box', () => {
    expect(check(['none', 'yes'], ['health', 'thick-scars'], ...birth)).toEqual({
      faults: [{ field: 'none', fault: 'noneAndOther' }],
    })
  })

  test('a box that does not exist is no answer', () => {
    expect(check(['health', 'x'], ...birth)).toEqual({ faults: [{ field: 'health', fault: 'nothingTicked' }] })
  })

  test.each([
    ['31', '2', '1988', 'birthUnreal'],
    ['3', '3', '88', 'birthUnreal'],
    ['x', '3', '1988', 'birthUnreal'],
    ['25', '11', '2026', 'birthToCome'],
    ['1', '1', '1899', 'birthUnreal'],
  ])('born %s %s %s: %s', (day, month, year, fault) => {
    expect(check(['none', 'yes'], ['birthDay', day], ['birthMonth', month], ['birthYear', year])).toEqual({
      faults: [{ field: 'birthDay', fault }],
    })
  })

  test.each([
    ['30', '2', '2026', 'dateUnreal'],
    ['', '2', '2026', 'dateUnreal'],
    ['25', '11', '2026', 'dateToCome'],
    ['1', '1', '1980', 'dateBeforeBirth'],
  ])('a tan on %s %s %s: %s', (day, month, year, fault) => {
    const entries: [string, string][] = [
      ['health', 'recent-tan'],
      ['date-recent-tanDay', day],
      ['date-recent-tanMonth', month],
      ['date-recent-tanYear', year],
    ]
    expect(check(...entries, ...birth)).toEqual({
      faults: [{ field: 'date-recent-tanDay', questionId: 'recent-tan', fault }],
    })
  })

  test('a month that does not exist', () => {
    expect(
      check(['health', 'isotretinoin'], ['date-isotretinoinMonth', '13'], ['date-isotretinoinYear', '2026'], ...birth),
    ).toEqual({
      faults: [{ field: 'date-isotretinoinMonth', questionId: 'isotretinoin', fault: 'monthUnreal' }],
    })
  })
})
