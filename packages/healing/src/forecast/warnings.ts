import type { Course } from './course.ts'
import type { Member } from './ensemble-member.ts'
import { READING_NUMBERS } from './forecast-numbers.ts'
import type { Warning } from './forecast-shape.ts'
import type { Update } from './personal-update.ts'

/** No trial of the tables treated minors. */
const ADULT_YEARS = 18
const SHORTEST_INTERVAL_DAYS = READING_NUMBERS.shortestIntervalDays.value
/** A tip that goes through the skin in one course of ten is told. */
const THROUGH_TOLD = 0.1
const LIKELY = 0.5

/** What the reader of a forecast must know; the words are the screen's. */
export function listWarnings(course: Course, members: readonly Member[], { temper }: Update): Warning[] {
  const warnings: Warning[] = []
  if (course.ageYears < ADULT_YEARS) warnings.push({ code: 'under18' })
  if (course.indication === 'pores') warnings.push({ code: 'noEvidence' })
  if (isOutsideTrials(course, members)) warnings.push({ code: 'outsideTestedRange' })
  course.treatments.forEach(({ day, prp }, treatment) => {
    const probability = (holds: (member: Member) => boolean) => members.filter(holds).length / members.length
    const warn = (code: Warning['code'], value: number, told: number) => {
      if (value >= told) warnings.push({ code, treatment, values: { probability: value } })
    }
    const before = course.treatments[treatment - 1]
    if (before && day - before.day < SHORTEST_INTERVAL_DAYS)
      warnings.push({ code: 'intervalBelow14Days', treatment, values: { days: day - before.day } })
    if (before)
      warn(
        'beforeSkinIsReady',
        probability(({ dates }) => dates[treatment - 1]!.readyAgain >= day),
        LIKELY,
      )
    warn(
      'needleLongerThanSkin',
      probability(({ doses }) => doses[treatment]!.beyondSkinMm > 0),
      THROUGH_TOLD,
    )
    warn(
      'aggressive',
      probability(({ doses }) => doses[treatment]!.aggression > 1),
      LIKELY,
    )
    warn(
      'staysInEpidermis',
      probability(({ doses }) => doses[treatment]!.injured.dermis === 0),
      LIKELY,
    )
    if (prp)
      warn(
        'prpAfterChannelsClosed',
        probability(({ prpEntered }) => prpEntered[treatment] === 0),
        LIKELY,
      )
  })
  if (temper < 1) warnings.push({ code: 'fewCoursesLeft', values: { temper } })
  return warnings
}

/** Far lighter or heavier than what trials did, or older than anybody measured: the model still answers, and nobody has checked it there. */
function isOutsideTrials({ ageYears, treatments }: Course, members: readonly Member[]): boolean {
  const { lightestTested, heaviestTested, oldestTested } = READING_NUMBERS
  if (ageYears > oldestTested.value) return true
  const progress = members.map((member) => member.progress ?? Number.NaN).sort((a, b) => a - b)
  const median = progress[Math.floor(progress.length / 2)]!
  return treatments.length > 0 && (median < lightestTested.value || median > heaviestTested.value)
}
