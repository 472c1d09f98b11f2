import { describe, expect, test } from 'vitest'
import { forecastWords } from '#ui/forecast/words.ts'
import { skinWords } from '#ui/skin-picture/words.ts'
import type { CourseDraft } from '../course-draft.ts'
import type { CourseView } from '../course-view.ts'
import { listNames } from '../planner-names.ts'
import { listPublishedDepths } from '../published-depths.ts'
import { courseWords } from '../server-words.ts'
import { listSkins } from '../skins-by-site.ts'
import { type Caution, listCautions } from './list-cautions.ts'
import { plannerWords } from './words.ts'
import { groupZones, nameGroup, nameGroupWithin } from './zone-groups.ts'

/** Every sentence, those that a number or a name changes said with 2 and with 1. */
function sentencesOf(nest: unknown, path = ''): [path: string, text: string][] {
  if (typeof nest === 'string') return [[path, nest]]
  if (typeof nest === 'function') return [1, 2].map((value) => [path, String(nest(value, value, value, value))])
  return Object.entries(nest as object).flatMap(([key, value]) => sentencesOf(value, `${path}.${key}`))
}

describe.each(Object.entries({ plannerWords, courseWords, forecastWords, skinWords }))('%s', (_, words) => {
  test('writes French with its apostrophe and its no-break spaces', () => {
    const faults = sentencesOf(words.fr).filter(([, text]) => /'|[^\u00a0\d][:;!?»](\s|$)|«[^\u00a0]|\d %/.test(text))
    expect(faults).toEqual([])
  })

  test('writes English with its apostrophe and without French spaces', () => {
    expect(sentencesOf(words.en).filter(([, text]) => /'| [:;!?]|\u00a0[:;!?]/.test(text))).toEqual([])
  })

  test('uses no word that the tone of the house rules out', () => {
    const banned = {
      fr: /!|\bsimple|\bjuste\b|parfait|sans douleur|garanti|\bnormal|\bguéri|sans risque|ne vous inquiétez|vous aurez/i,
      en: /!|\bsimpl|\bjust\b|perfect|painless|guarantee|\bnormal|\bcured\b|risk-free|don’t worry|you will have/i,
    }
    for (const language of ['fr', 'en'] as const)
      expect(sentencesOf(words[language]).filter(([, text]) => banned[language].test(text))).toEqual([])
  })
})

test('both cheeks are one name, one cheek is its own', () => {
  expect(groupZones(['cheek-left', 'chin', 'cheek-right']).map((group) => nameGroup(group, listNames('fr')))).toEqual([
    'Joues',
    'Menton',
  ])
  expect(groupZones(['temple-left']).map((group) => nameGroupWithin(group, listNames('en'), 'en'))).toEqual([
    'left temple',
  ])
})

describe('what is said before saving', () => {
  const view = { done: [], phototype: 3 } as unknown as CourseView
  const draft: CourseDraft = {
    ...{ indication: 'acne-scars', device: 'pen', passes: '6', intervalDays: '28', count: '2', firstOn: '2026-11-24' },
    ...{ prp: false, wishedBeforeOn: '', decidedBy: '' },
    zones: [{ zone: 'cheek-left', depth: '1,00', reason: '' }],
  }
  const plan = {
    indication: 'acne-scars' as const,
    zones: [],
    intervalDays: 28,
    treatmentsOn: ['2026-11-24', '2026-12-22'],
    prp: false,
  }
  const say = (change: {
    draft?: Partial<CourseDraft>
    plan?: object
    view?: object
    warnings?: object[]
  }): Caution[] =>
    listCautions({
      draft: { ...draft, ...change.draft },
      plan: { ...plan, ...change.plan },
      view: { ...view, ...change.view } as CourseView,
      names: listNames('en'),
      published: listPublishedDepths(),
      skins: listSkins(38),
      warnings: (change.warnings ?? []) as never,
      language: 'en',
      write: (on) => on,
    })
  const depth = (text: string) => ({ draft: { zones: [{ zone: 'cheek-left' as const, depth: text, reason: '' }] } })

  test('nothing of a plan inside every limit', () => {
    expect(say({})).toEqual([])
  })
  test('a needle longer than the mean skin of its site', () => {
    const [caution] = say(depth('1,5'))
    expect(caution).toMatchObject({ pair: 'cheek', title: 'Left cheek: 1.50 mm.' })
    expect(caution!.text).toMatch(/^This is (more than|almost)/)
  })
  test('a depth above what is published asks who and why, before what the skin says', () => {
    expect(say(depth('2,75'))[0]!.text).toMatch(/2\.75 mm is above what is published .* Say who decides it, and why\.$/)
  })
  test('an interval below fourteen days, a last treatment after the wished end, a phototype that nobody saw', () => {
    expect(say({ plan: { intervalDays: 10 } })[0]!.title).toBe('Interval of 10 d.')
    expect(say({ plan: { wishedBeforeOn: '2026-12-01' } })[0]!.text).toBe(
      'Treatment 2 falls after the wished end, on 2026-12-22.',
    )
    expect(say({ view: { phototype: undefined } })[0]!.text).toMatch(/phototype III/)
  })
  test('the model’s own warnings, each once, and not of what is over', () => {
    const warnings = [
      { code: 'aggressive', treatment: 0 },
      { code: 'aggressive', treatment: 1 },
      { code: 'fewCoursesLeft' },
    ]
    expect(say({ warnings }).map(({ text }) => text)).toEqual([plannerWords.en.warnings.aggressive])
    expect(say({ warnings: [warnings[0]!], view: { done: [{}] } })).toEqual([])
  })
})
