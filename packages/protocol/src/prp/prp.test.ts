import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyPrpEvent, replayTube } from './apply-prp-event.ts'
import { type PrpEvent, type PrpEventKind, type PrpStep, prpEventKinds } from './event.ts'
import { differingFields, splitAtDifference } from './identity.ts'
import { parsePrpLabel, printPrpLabel } from './label.ts'
import { prpHere } from './prp-here.ts'
import { rcfG, rpmFor } from './rotor.ts'
import { emptyTube, isAccountedFor, possiblePrpEvents, type Tube } from './tube.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const paul = id(1)
const pauline = id(2)
const treatment = id(11)
const startMs = Date.parse('2026-11-24T09:00:00Z')
const label = 'PT-2026-00419-A'
const spin = { placeId: id(31), radiusMm: 150, rpm: 2317, forceG: 900, minutes: 5 }
const paulSaid = { familyName: 'Nguyen', givenName: 'Paul', birthOn: '1979-05-12' }
const paulineSaid = { familyName: 'Nguyen', givenName: 'Pauline', birthOn: '1997-05-12' }

const event = (step: PrpStep, minute: number, number = minute): PrpEvent =>
  ({
    eventId: id(1000 + number),
    at: new Date(startMs + minute * 60_000).toISOString(),
    by: id(21),
    ...step,
  }) as PrpEvent

const toSyringe: PrpStep[] = [
  { kind: 'drawn', patientId: paul, treatmentId: treatment, label },
  { kind: 'labelChecked', scanned: label },
  { kind: 'spinStarted', ...spin },
  { kind: 'spinEnded' },
  { kind: 'identityMatched', patientId: paul, treatmentId: treatment },
  { kind: 'syringeFilled', scanned: label, syringeLabel: `${label}-S` },
]
const minutes = [0, 1, 5, 10, 12, 14]
const apply: PrpStep = { kind: 'applied', scanned: `${label}-S`, patientId: paul, treatmentId: treatment }

function tubeAfter(steps: readonly PrpStep[], at: readonly number[] = minutes): Tube {
  const result = replayTube(steps.map((step, index) => event(step, at[index] ?? 20 + index, index)))
  if ('refusal' in result) throw new Error(`${result.refusal} at ${result.seq}`)
  return result.tube
}

const refusalOf = (tube: Tube, step: PrpStep, minute: number) => {
  const result = applyPrpEvent(tube, event(step, minute, 500))
  return 'refusal' in result ? result.refusal : result.tube.status
}

describe('a tube', () => {
  test('goes from the vein through its spin and its syringe to the skin of its donor, and its remains to the waste', () => {
    const tube = tubeAfter([...toSyringe, apply, { kind: 'remainsDiscarded' }])
    expect(tube).toMatchObject({ status: 'closed', label, application: { treatmentId: treatment } })
    expect(isAccountedFor(tube)).toBe(true)
  })

  test('is not spun before its label was scanned back at the chair, and not matched before it was spun', () => {
    const drawn = tubeAfter(toSyringe.slice(0, 1))
    expect(refusalOf(drawn, toSyringe[2]!, 2)).toBe('IllegalPrpStep')
    expect(refusalOf(tubeAfter(toSyringe.slice(0, 2)), toSyringe[4]!, 2)).toBe('IllegalPrpStep')
  })

  test('has one label that counts: a reprint voids the first, until the tube leaves the chair', () => {
    const reprint: PrpStep = { kind: 'labelReprinted', label: 'PT-2026-00419-B', voids: label }
    const tube = tubeAfter([toSyringe[0]!, reprint])
    expect(refusalOf(tube, { kind: 'labelChecked', scanned: label }, 3)).toBe('LabelVoid')
    expect(refusalOf(tube, { kind: 'labelChecked', scanned: ' pt-2026-00419-b ' }, 3)).toBe('labelled')
    expect(refusalOf(tubeAfter(toSyringe.slice(0, 3)), reprint, 6)).toBe('IllegalPrpStep')
    expect(refusalOf(tubeAfter(toSyringe.slice(0, 1)), { ...reprint, label: 'PT-2026-00420-B' }, 3)).toBe('WrongLabel')
  })

  test('whose spin was cut short must be spun again', () => {
    const cut = tubeAfter(toSyringe.slice(0, 4), [0, 1, 5, 9])
    expect(cut).toMatchObject({ status: 'labelled', spins: [{ completed: false }] })
    expect(refusalOf(cut, toSyringe[4]!, 10)).toBe('IllegalPrpStep')
  })

  test('may be applied four hours after the draw, and not a moment later', () => {
    const late = toSyringe.slice(0, 6)
    const inTime = tubeAfter(late, [0, 1, 5, 10, 225, 230])
    expect(refusalOf(inTime, apply, 240)).toBe('applied')
    expect(refusalOf(inTime, apply, 240.01)).toBe('TooLate')
    expect(refusalOf(inTime, { kind: 'discarded', reason: 'tooLate' }, 241)).toBe('discarded')
  })

  test('asks again who is in front when that was said half an hour ago', () => {
    const tube = tubeAfter(toSyringe)
    expect(refusalOf(tube, apply, 43)).toBe('IdentityTooOld')
    expect(refusalOf(tube, toSyringe[4]!, 43)).toBe('inSyringe')
  })

  test('is not matched to, nor applied to, another person or another treatment', () => {
    expect(refusalOf(tubeAfter(toSyringe.slice(0, 4)), { ...toSyringe[4]!, patientId: pauline } as PrpStep, 12)).toBe(
      'OtherPerson',
    )
    expect(refusalOf(tubeAfter(toSyringe), { ...apply, patientId: pauline } as PrpStep, 15)).toBe('OtherPerson')
    expect(refusalOf(tubeAfter(toSyringe), { ...apply, treatmentId: id(12) } as PrpStep, 15)).toBe('OtherPerson')
    expect(refusalOf(tubeAfter(toSyringe), { ...apply, scanned: 'PT-2026-00420-A-S' } as PrpStep, 15)).toBe(
      'WrongLabel',
    )
  })

  test('that met another person can only be thrown away or shown to a colleague', () => {
    const mismatch: PrpStep = {
      kind: 'mismatched',
      moment: 'match',
      said: paulineSaid,
      differs: ['givenName', 'birthOn'],
    }
    const stopped = tubeAfter([...toSyringe.slice(0, 4), mismatch])
    expect(stopped.status).toBe('stopped')
    expect(possiblePrpEvents(stopped)).toEqual(['discarded', 'colleagueCalled'])
    expect(refusalOf(stopped, toSyringe[4]!, 25)).toBe('IllegalPrpStep')
    expect(refusalOf(stopped, apply, 25)).toBe('IllegalPrpStep')
  })

  test('says a force that its radius and speed give', () => {
    const tube = tubeAfter(toSyringe.slice(0, 2))
    expect(refusalOf(tube, { kind: 'spinStarted', ...spin, forceG: 1000 }, 5)).toBe('ForceMismatch')
    expect(refusalOf(tube, { kind: 'spinStarted', ...spin, rpm: 99_999 }, 5)).toBe('InvalidPrpEvent')
  })
})

/** Steps of a wild hand: right and wrong persons, labels and times, in any order. */
const anyStep = fc.record({
  kind: fc.constantFrom(...prpEventKinds),
  right: fc.boolean(),
  wait: fc.integer({ min: 0, max: 45 }),
  print: fc.integer({ min: 1, max: 4 }),
})

function stepOf(tube: Tube, { kind, right, print }: { kind: PrpEventKind; right: boolean; print: number }): PrpStep {
  const printed = (of: 'tube' | 'syringe', number = 419) => printPrpLabel({ year: 2026, number, print, of })
  const scanned = right ? (tube.label ?? label) : printed('tube', 420)
  const last = parsePrpLabel(tube.label ?? label)!
  const who = { patientId: right ? paul : pauline, treatmentId: right ? treatment : id(12) }
  const steps: { [K in PrpEventKind]: PrpStep } = {
    drawn: { kind: 'drawn', patientId: paul, treatmentId: treatment, label },
    labelReprinted: {
      kind: 'labelReprinted',
      label: printPrpLabel({ ...last, print: right ? last.print + 1 : print }),
      voids: tube.label ?? label,
    },
    labelChecked: { kind: 'labelChecked', scanned: right ? scanned : label },
    spinStarted: { kind: 'spinStarted', ...spin, minutes: print },
    spinEnded: { kind: 'spinEnded' },
    identityMatched: { kind: 'identityMatched', ...who },
    mismatched: { kind: 'mismatched', moment: 'match', said: paulineSaid, differs: ['givenName'] },
    colleagueCalled: { kind: 'colleagueCalled' },
    syringeFilled: { kind: 'syringeFilled', scanned, syringeLabel: `${scanned}-S` },
    applied: { kind: 'applied', scanned: `${scanned}-S`, ...who },
    remainsDiscarded: { kind: 'remainsDiscarded' },
    discarded: { kind: 'discarded', reason: 'other' },
  }
  return steps[kind]
}

/** Mostly what may come next, so that walks reach the skin; sometimes anything. */
const walks = fc.array(fc.tuple(anyStep, fc.nat(999)), { minLength: 1, maxLength: 40, size: 'max' }).map((picks) => {
  const events: PrpEvent[] = []
  const tubes: Tube[] = [emptyTube()]
  let minute = 0
  for (const [step, pick] of picks) {
    const tube = tubes.at(-1)!
    const next = possiblePrpEvents(tube)
    const common = next.filter((kind) => !['mismatched', 'discarded', 'labelReprinted'].includes(kind))
    const kind = pick % 9 === 0 ? step.kind : (pick % 14 === 1 ? next : common)[pick % Math.max(1, common.length)]
    if (kind === undefined) continue
    const right = step.right || pick % 3 > 0
    const at = minute + (pick % 11 === 0 ? step.wait : 5)
    const made = event(stepOf(tube, { ...step, right, kind }), at, events.length)
    const result = applyPrpEvent(tube, made)
    if ('refusal' in result) continue
    minute = at
    events.push(made)
    tubes.push(result.tube)
  }
  return { events, tubes }
})

describe('whatever the order of scans', () => {
  test('plasma reaches the skin of its donor only: labelled, spun, matched, by its own valid label, in time, never after a stop', () => {
    let applications = 0
    fc.assert(
      fc.property(walks, ({ events }) => {
        const at = events.findIndex(({ kind }) => kind === 'applied')
        if (at < 0) return
        applications += 1
        const before = events.slice(0, at)
        const kinds = before.map(({ kind }) => kind)
        const applied = events[at]!
        if (applied.kind !== 'applied' || before[0]?.kind !== 'drawn') throw new Error('no draw')
        expect(applied.patientId).toBe(before[0].patientId)
        expect(Date.parse(applied.at) - Date.parse(before[0].at)).toBeLessThanOrEqual(4 * 3_600_000)
        for (const kind of ['labelChecked', 'spinStarted', 'spinEnded', 'identityMatched', 'syringeFilled'])
          expect(kinds).toContain(kind)
        for (const kind of ['mismatched', 'discarded', 'applied']) expect(kinds).not.toContain(kind)
        // The label that counts is the last printed, and it was scanned back after it was printed.
        const lastPrint = before.findLast(({ kind }) => kind === 'drawn' || kind === 'labelReprinted')
        expect(applied.scanned).toBe(`${(lastPrint as { label: string }).label}-S`)
        expect(kinds.lastIndexOf('labelChecked')).toBeGreaterThan(kinds.lastIndexOf('labelReprinted'))
        const matched = before.findLast(({ kind }) => kind === 'identityMatched')!
        expect(matched).toMatchObject({ patientId: applied.patientId, treatmentId: applied.treatmentId })
        expect(Date.parse(applied.at) - Date.parse(matched.at)).toBeLessThanOrEqual(30 * 60_000)
      }),
      { numRuns: 500 },
    )
    expect(applications).toBeGreaterThan(50)
  })

  test('from every place a tube can still be accounted for, however late it is, and until then it is named', () => {
    fc.assert(
      fc.property(walks, ({ tubes, events }) => {
        const tube = tubes.at(-1)!
        if (tube.status === 'notDrawn' || isAccountedFor(tube)) return
        const kind = tube.status === 'applied' ? 'remainsDiscarded' : 'discarded'
        const step: PrpStep = kind === 'discarded' ? { kind, reason: 'other' } : { kind }
        const result = applyPrpEvent(tube, event(step, 100_000, events.length))
        expect('tube' in result && isAccountedFor(result.tube)).toBe(true)
      }),
    )
  })

  test('the same events make the same tube, and what is not possible is refused', () => {
    fc.assert(
      fc.property(walks, anyStep, ({ tubes, events }, step) => {
        const tube = tubes.at(-1)!
        expect(replayTube(events)).toEqual({ tube })
        const result = applyPrpEvent(tube, event(stepOf(tube, step), 100_000, events.length))
        if (!possiblePrpEvents(tube).includes(step.kind)) expect(result).toMatchObject({ refusal: 'IllegalPrpStep' })
        expect(applyPrpEvent(tube, events.at(-1) ?? {})).toHaveProperty('refusal')
      }),
    )
  })
})

describe('who it is', () => {
  test('two names and a birth date must agree; a name is the same with or without accents and hyphens', () => {
    expect(differingFields(paulSaid, { ...paulSaid, familyName: 'NGUYÊN' })).toEqual([])
    expect(differingFields({ ...paulSaid, givenName: 'Jean-Paul' }, { ...paulSaid, givenName: 'jean paul' })).toEqual(
      [],
    )
    expect(differingFields(paulSaid, paulineSaid)).toEqual(['givenName', 'birthOn'])
    expect(differingFields(paulSaid, { ...paulSaid, givenName: '' })).toEqual(['givenName'])
  })

  test('two files are two people, even with one name and one birth date', () => {
    expect(differingFields({ ...paulSaid, fileNumber: 3870 }, { ...paulSaid, fileNumber: 4112 })).toEqual([
      'fileNumber',
    ])
  })

  test('shows from which letter two texts differ', () => {
    expect(splitAtDifference('NGUYEN, Pauline', 'NGUYEN, Paul')).toEqual(['NGUYEN, Paul', 'ine'])
    expect(splitAtDifference('12-mai-1979', '12-mai-1997')).toEqual(['12-mai-19', '79'])
  })
})

test('force and speed convert only with the radius', () => {
  expect(Math.round(rcfG(150, 2317))).toBe(900)
  expect(rpmFor(150, 900)).toBe(2317)
  expect(rcfG(75, 3000)).toBeCloseTo(754.65, 2)
})

test('a label is read back as it was printed, and nothing else is one', () => {
  fc.assert(
    fc.property(
      fc.record({
        year: fc.integer({ min: 2020, max: 2099 }),
        number: fc.integer({ min: 1, max: 9_999_999 }),
        print: fc.integer({ min: 1, max: 26 }),
        of: fc.constantFrom('tube' as const, 'syringe' as const),
      }),
      (made) => {
        expect(parsePrpLabel(`\t${printPrpLabel(made).toLowerCase()}\n`)).toEqual(made)
      },
    ),
  )
  for (const text of ['', 'PT-2026-00419', 'PT-2026-00419-A-T', 'P000419', '(01)04012345678901'])
    expect(parsePrpLabel(text)).toBeUndefined()
})

test('there is no plasma where the country prohibits it or the director stated no purpose', () => {
  expect(prpHere({ country: 'FR', purpose: 'scars' })).toBe('prohibited')
  expect(prpHere({ country: 'BE', purpose: null })).toBe('off')
  expect(prpHere({ country: 'BE', purpose: '  ' })).toBe('off')
  expect(prpHere({ country: 'BE', purpose: 'scars' })).toBe('possible')
  expect(prpHere({ country: 'DE', purpose: 'scars' })).toBe('off')
})
