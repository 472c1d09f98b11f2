import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCoursePlan } from './check-course-plan.ts'
import { draftOf, planOf } from './course-draft.ts'
import type { CoursePlan } from './course-plan.ts'
import { explainInvalid } from './explain-invalid.ts'
import { readDraft } from './read-draft.ts'

const doctor = 'doctor-1'
const cheek = { zone: 'cheek-left', device: 'pen', depthMm: 1.5, passes: 6 } as const
const plan: CoursePlan = {
  indication: 'acne-scars',
  zones: [cheek, { ...cheek, zone: 'cheek-right' }],
  intervalDays: 28,
  treatmentsOn: ['2026-11-24', '2026-12-22'],
  prp: false,
  wishedBeforeOn: '2027-06-12',
}
const check = (change: object) => checkCoursePlan({ ...plan, ...change }, { doctorIds: [doctor] })
const faultOf = (change: object) => {
  const checked = check(change)
  return 'refusal' in checked ? `${checked.field} ${checked.limit}` : 'passes'
}

test('a plan inside the published depths passes unchanged', () => {
  expect(check({})).toEqual({ plan })
})

describe('what is refused names its field', () => {
  test.each([
    [{ indication: 'unsure' }, 'indication known-indication'],
    [{ zones: [] }, 'zones one-to-twenty-zones'],
    [{ zones: [cheek, cheek] }, 'zones.1.zone zone-once'],
    [{ zones: [{ ...cheek, depthMm: 3.5 }] }, 'zones.0.depthMm physical-depth'],
    [{ zones: [{ ...cheek, passes: 0 }] }, 'zones.0.passes one-to-twenty-passes'],
    [{ zones: [{ ...cheek, device: 'laser' }] }, 'zones.0.device known-device'],
    [{ zones: [7] }, 'zones.0 record'],
    [{ intervalDays: 6 }, 'intervalDays interval-within'],
    [{ intervalDays: 28.5 }, 'intervalDays interval-within'],
    [{ treatmentsOn: [] }, 'treatmentsOn one-to-twelve-treatments'],
    [{ treatmentsOn: ['2026-02-30'] }, 'treatmentsOn.0 real-date'],
    [{ treatmentsOn: ['2026-12-22', '2026-11-24'] }, 'treatmentsOn.1 rising-dates'],
    [{ prp: 'yes' }, 'prp yes-or-no'],
    [{ wishedBeforeOn: 'soon' }, 'wishedBeforeOn real-date'],
  ])('%j', (change, fault) => expect(faultOf(change)).toBe(fault))

  test('whatever comes, nothing is thrown', () => {
    fc.assert(fc.property(fc.jsonValue(), (input) => 'refusal' in checkCoursePlan(input, { doctorIds: [doctor] })))
  })
})

describe('a depth above every published range', () => {
  const deep = (decision?: object) => ({ zones: [{ ...cheek, depthMm: 2.75, ...(decision ? { decision } : {}) }] })

  test('asks why', () => {
    expect(faultOf(deep())).toBe('zones.0.depthMm published-depth-or-reason')
  })
  test('asks who: a doctor of this clinic', () => {
    expect(faultOf(deep({ reason: 'Cicatrices en pic à glace', byMember: 'somebody' }))).toBe(
      'zones.0.decision.byMember doctor-of-this-clinic',
    )
  })
  test('passes with both, which are kept', () => {
    const decision = { reason: 'Cicatrices en pic à glace', byMember: doctor }
    expect(check(deep(decision))).toMatchObject({ plan: { zones: [{ depthMm: 2.75, decision }] } })
  })
})

describe('the form', () => {
  const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], closures: [] }

  test('says the stored plan, and reading it back gives the same plan', () => {
    const draft = draftOf(plan, doctor, 'fr')
    expect(draft.zones[0]!.depth).toBe('1,50')
    expect(planOf(draft, [], everyDay)).toEqual(plan)
  })

  test('is read from its fields; a zone that was just ticked without a script starts shallow', () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({
      indication: 'wrinkles',
      device: 'pen',
      passes: '6',
      intervalDays: '21',
      count: '2',
      firstOn: '2026-11-24',
      wishedBeforeOn: '',
      decidedBy: doctor,
      'depth-forehead': '0,75',
    }))
      form.append(name, value)
    for (const zone of ['forehead', 'glabella', 'nowhere']) form.append('zone', zone)
    expect(planOf(readDraft(form), [], everyDay)).toEqual({
      indication: 'wrinkles',
      zones: [
        { zone: 'forehead', device: 'pen', depthMm: 0.75, passes: 6 },
        { zone: 'glabella', device: 'pen', depthMm: 0.5, passes: 6 },
      ],
      intervalDays: 21,
      treatmentsOn: ['2026-11-24', '2026-12-15'],
      prp: false,
    })
  })

  test.each([
    [{ count: '0' }, '#count'],
    [{ count: 'trois' }, '#count'],
    [{ firstOn: '' }, '#firstOn'],
    [{ intervalDays: '400' }, '#intervalDays'],
    [{ passes: '' }, '#passes'],
    [{ zones: [] }, '#zones'],
    [{ zones: [{ zone: 'chin' as const, depth: '', reason: '' }] }, '#depth-chin'],
    [{ zones: [{ zone: 'cheek-left' as const, depth: '2,75', reason: '' }] }, '#reason-cheek'],
  ])('what cannot be planned leads to its field: %j', (change, href) => {
    const draft = { ...draftOf(plan, doctor, 'fr'), ...change }
    const checked = checkCoursePlan(planOf(draft, [], everyDay), { doctorIds: [doctor] })
    if (!('refusal' in checked)) throw new Error('passes')
    expect(explainInvalid(checked, draft, 'fr').href).toBe(href)
  })

  test('the words of a depth name the zone, the depth and the limit', () => {
    const draft = {
      ...draftOf(plan, doctor, 'en'),
      zones: [{ zone: 'cheek-left' as const, depth: '2.75', reason: '' }],
    }
    const checked = checkCoursePlan(planOf(draft, [], everyDay), { doctorIds: [doctor] })
    if (!('refusal' in checked)) throw new Error('passes')
    expect(explainInvalid(checked, draft, 'en').text).toMatch(
      /^Left cheek: 2\.75 mm is above what is published \(\d\.\d\d mm\)/,
    )
  })
})
