import { addDays } from '#platform/languages/dates.ts'
import { bookPast } from './book-past.ts'
import type { DemoHistory } from './demo-history.ts'
import { type DayWish, fillDay } from './fill-day.ts'
import { type Story, type StorySettings, startStory } from './story.ts'

const morel = 'morel'

const upcoming: readonly (DayWish & { after: number })[] = [
  { after: 0, service: 'consultation', time: '09:30', with: morel, indication: 'texture' },
  { after: 0, service: 'consultation', time: '14:00', with: morel, indication: 'pores' },
  { after: 2, service: 'consultation', time: '11:00', with: morel, indication: 'unsure' },
]

/** Cabinet Morel: one doctor, one room; whoever is treated was seen more than two weeks before. */
export function tellDemoFr(settings: Omit<StorySettings, 'seed' | 'doctor' | 'assistant'>): DemoHistory {
  const story = startStory({ ...settings, seed: 69_003, doctor: 'owner', assistant: 'owner' })
  const { diary, todayOn } = story
  tellTreated(story)
  tellSeen(story)
  story.miss(bookPast(story, 8, { service: 'consultation', time: '10:00', with: morel }))
  const off = story.book({ service: 'consultation', on: diary.openDay(todayOn, 4), time: '09:00', with: morel })
  if (off) story.cancel(off, 'clinic')

  const boardOn = diary.isOpen(todayOn) ? todayOn : diary.openDay(todayOn, 1)
  const on = (after: number) => (after === 0 ? boardOn : diary.openDay(boardOn, after))
  for (const { after, ...wish } of upcoming) fillDay(story, on(after), [wish])
  story.book({ who: story.youngest, service: 'consultation', on: on(3), time: '10:00', with: morel })
  story.book({
    service: 'consultation',
    on: on(5),
    time: '15:00',
    with: morel,
    indication: 'wrinkles',
    answers: { CI11: true },
  })
  return story.finish()
}

function tellTreated(story: Story): void {
  const treated = [
    [46, 'acne-scars'],
    [24, 'wrinkles'],
    [10, 'texture'],
    [3, 'acne-scars'],
  ] as const
  for (const [daysAgo, indication] of treated) {
    const seen = bookPast(story, daysAgo + 19, { service: 'consultation', time: '09:00', with: morel, indication })
    story.consult(seen)
    const who = story.guestOf(seen)
    const visit = bookPast(story, daysAgo, { who, service: 'treatment', time: '13:30', with: morel, indication })
    story.treat(visit, 'sealed')
    if (daysAgo === 24) story.planCourse([visit], 2)
  }
}

/** Seen, and for two of them the treatment is booked where the delay after the quote has ended. */
function tellSeen(story: Story): void {
  for (const [daysAgo, isBooked] of [
    [18, true],
    [11, true],
    [5, false],
  ] as const) {
    const seen = bookPast(story, daysAgo, {
      service: 'consultation',
      time: '16:00',
      with: morel,
      indication: 'acne-scars',
    })
    story.consult(seen)
    if (!isBooked) continue
    const on = story.diary.openDay(addDays(story.todayOn, 16 - Math.min(daysAgo, 15)), 1)
    story.book({ who: story.guestOf(seen), service: 'treatment', on, time: '09:00', with: morel, bookedDaysBefore: 1 })
  }
}
