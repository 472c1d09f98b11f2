import type { TreatableIndication } from '@pointille/protocol'
import { Temporal } from 'temporal-polyfill'
import { addDays } from '#platform/languages/dates.ts'
import { bookPast } from './book-past.ts'
import type { DemoHistory, DemoVisit } from './demo-history.ts'
import { type DayWish, fillDay, sceneOfNow } from './fill-day.ts'
import type { Flag } from './invent-check-ins.ts'
import { type Guest, type Story, type StorySettings, startStory } from './story.ts'

const peeters = 'peeters'
const diallo = 'diallo'

const weekdayWishes: readonly DayWish[] = [
  { service: 'treatment', time: '09:00', with: peeters, indication: 'acne-scars' },
  { service: 'consultation', time: '09:45', with: diallo, indication: 'wrinkles' },
  { service: 'consultation', time: '11:15', with: peeters, indication: 'unsure' },
  { service: 'treatment', time: '13:30', with: peeters, indication: 'texture' },
  { service: 'consultation', time: '14:15', with: diallo, indication: 'stretch-marks' },
  { service: 'treatment', time: '15:30', with: peeters, indication: 'wrinkles' },
  { service: 'consultation', time: '17:00', with: diallo, indication: 'pores' },
]
const saturdayWishes: readonly DayWish[] = [
  { service: 'treatment', time: '09:00', with: peeters, indication: 'acne-scars' },
  { service: 'consultation', time: '09:30', with: diallo, indication: 'wrinkles' },
  { service: 'treatment', time: '10:45', with: peeters, indication: 'pores' },
  { service: 'consultation', time: '11:00', with: diallo, indication: 'texture' },
  { service: 'consultation', time: '11:45', with: diallo, indication: 'unsure' },
]

/** Open days from the board's day on, and what is booked there: enough to look alive, and most of the diary stays free. */
const upcoming: readonly (DayWish & { after: number })[] = [
  { after: 1, service: 'treatment', time: '09:30', with: peeters, indication: 'wrinkles' },
  { after: 1, service: 'consultation', time: '10:15', with: diallo, indication: 'texture' },
  { after: 2, service: 'treatment', time: '10:30', with: diallo, indication: 'acne-scars' },
  { after: 4, service: 'treatment', time: '09:00', with: peeters, indication: 'stretch-marks' },
  { after: 6, service: 'consultation', time: '11:00', with: diallo, indication: 'unsure' },
  { after: 9, service: 'treatment', time: '09:45', with: peeters, indication: 'hyperpigmentation' },
  { after: 12, service: 'consultation', time: '10:30', with: diallo, indication: 'surgical-scars' },
]

/** Cabinet Lumen: a year's worth of stages in one diary. */
export function tellDemoBe(settings: Omit<StorySettings, 'seed' | 'doctor' | 'assistant'>): DemoHistory {
  const story = startStory({ ...settings, seed: 20_261, doctor: 'practitioner', assistant: 'assistant' })
  const doctorId = settings.ids.memberIds.get('practitioner')!
  tellCourse(story)
  tellTreated(story, doctorId)
  tellSeen(story)
  tellMissed(story)

  const boardOn = tellBoard(story, settings.clinic.timeZone)
  for (const { after, ...wish } of upcoming) fillDay(story, story.diary.openDay(boardOn, after), [wish])
  tellDoubtful(story, boardOn)
  return story.finish()
}

/** The first of the people has had a course of three treatments; the last is so recent that a day report is due. */
function tellCourse(story: Story): void {
  let who: Guest | undefined
  const treated: DemoVisit[] = []
  for (const daysAgo of [66, 38, 3]) {
    const visit = bookPast(story, daysAgo, {
      service: 'treatment',
      time: '10:00',
      with: peeters,
      indication: 'acne-scars',
      who,
    })
    story.treat(visit, 'sealed')
    who ??= story.guestOf(visit)
    treated.push(visit)
  }
  story.planCourse(treated, 1)
}

function tellTreated(story: Story, doctorId: string): void {
  const calm: [daysAgo: number, indication: TreatableIndication][] = [
    [84, 'wrinkles'],
    [77, 'surgical-scars'],
    [63, 'texture'],
    [56, 'acne-scars'],
    [47, 'stretch-marks'],
    [40, 'pores'],
    [31, 'acne-scars'],
    [26, 'hyperpigmentation'],
    [19, 'wrinkles'],
    [13, 'texture'],
    [6, 'acne-scars'],
  ]
  for (const [daysAgo, indication] of calm)
    story.treat(bookPast(story, daysAgo, { service: 'treatment', time: '13:30', with: peeters, indication }), 'sealed')

  const yesterdayOn = addDays(story.todayOn, -1)
  const treat = (daysAgo: number, flag: Flag) =>
    story.treat(
      bookPast(story, daysAgo, { service: 'treatment', time: '11:00', with: peeters, indication: 'acne-scars' }),
      'sealed',
      flag,
    )
  treat(3, { flag: 'risingPain', untilOn: yesterdayOn })
  treat(10, {
    flag: 'groupedBlisters',
    untilOn: addDays(story.todayOn, -5),
    answer: {
      note: 'Rappelée\u00a0: bouton de fièvre connu, traitement débuté par le médecin traitant.',
      byMember: doctorId,
    },
  })
  const left = bookPast(story, 1, { service: 'treatment', time: '15:00', with: peeters, indication: 'texture' })
  story.treat(left, 'unsealed')
}

/** Consultations that are over; some have led to a treatment that is booked. */
function tellSeen(story: Story): void {
  for (const [daysAgo, nextIn] of [[58], [44, 3], [30], [16, 5], [9, 7], [2]] as const) {
    const visit = bookPast(story, daysAgo, {
      service: 'consultation',
      time: '14:00',
      with: diallo,
      indication: 'acne-scars',
    })
    story.consult(visit)
    if (nextIn)
      story.book({
        who: story.guestOf(visit),
        service: 'treatment',
        on: story.diary.openDay(story.todayOn, nextIn),
        time: '10:00',
        with: diallo,
      })
  }
}

function tellMissed(story: Story): void {
  story.miss(bookPast(story, 12, { service: 'treatment', time: '16:00', with: peeters, indication: 'pores' }))
  story.miss(bookPast(story, 4, { service: 'consultation', time: '09:00', with: diallo, indication: 'wrinkles' }))
  const { openDay } = story.diary
  const on = openDay(story.todayOn, 3)
  const calledOff = story.book({ service: 'treatment', on, time: '09:00', with: diallo })
  if (calledOff) story.cancel(calledOff, 'patient')
  story.cancel(bookPast(story, 5, { service: 'consultation', time: '11:00', with: diallo }), 'clinic')
}

/** The day that the board shows first: today, or the next open day; returns it. */
function tellBoard(story: Story, timeZone: string): string {
  const { diary, todayOn } = story
  const boardOn = diary.isOpen(todayOn) ? todayOn : diary.openDay(todayOn, 1)
  const wishes = Temporal.PlainDate.from(boardOn).dayOfWeek === 6 ? saturdayWishes : weekdayWishes
  const live = boardOn === todayOn ? sceneOfNow(story, timeZone, peeters, diallo) : 0
  fillDay(story, boardOn, wishes.slice(0, 7 - live))
  return boardOn
}

/** Who must see a doctor first: by age, by a medicine, by a known cold sore. */
function tellDoubtful(story: Story, boardOn: string): void {
  const on = (after: number) => story.diary.openDay(boardOn, after)
  const consultation = { service: 'consultation', with: diallo } as const
  const stoppedOn = addDays(story.todayOn, -80)
  story.book({ ...consultation, who: story.youngest, on: on(1), time: '11:00', indication: 'acne-scars' })
  story.book({
    ...consultation,
    on: on(2),
    time: '09:00',
    indication: 'acne-scars',
    answers: { CI30: stoppedOn, CI31: stoppedOn },
  })
  story.book({ ...consultation, on: on(3), time: '11:30', indication: 'wrinkles', answers: { CI11: true } })
}
