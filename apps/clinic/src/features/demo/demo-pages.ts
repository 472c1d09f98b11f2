import type { Language } from '#platform/languages/languages.ts'

/** What every page of the demo says: whose clinic this is, and what its clock shows. */
export type DemoFrame = {
  language: Language
  /** What keeps the language on the way to the next page; empty where the browser's preference decides. */
  query: string
  clinicName: string
  city: string
  clock: { date: string; time: string; local: string; isReal: boolean }
  /** What a clock on the wall shows in the clinic's city. */
  real: { date: string; time: string }
}

export type DemoTour = {
  /** The clinics with their own addresses; `isHere` = the one that this address shows. */
  clinics: { slug: string; name: string; city: string; origin: string; isHere: boolean; team: DemoTeamMember[] }[]
  password: string
}

export type DemoTeamMember = { role: string; name: string; email: string }

/** A letter as the outbox shows it; `date` and `time` by the clinic's clock, in the page's language. */
export type ShownLetter = {
  messageId: string
  recipient: string
  language: Language
  subject: string
  text: string
  attachment: { name: string; content: string } | undefined
  instant: string
  date: string
  time: string
}

export type ClockAnswer = { refusal: 'UnrealTime' } | { refusal: 'TooFar'; limitDays: number }
