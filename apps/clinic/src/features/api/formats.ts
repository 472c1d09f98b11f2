import { isLocalDate } from '@pointille/protocol'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** The forms of text that the API knows beyond a length, each with an example; a refusal names the form. */
export type FormatName = 'localDate' | 'instant' | 'phone' | 'personName' | 'serviceId' | 'slug' | 'holdId'

export const formatExamples: Readonly<Record<FormatName, string>> = {
  localDate: '2026-11-24',
  instant: '2026-11-24T08:30:00Z',
  phone: '+32 470 12 34 56',
  personName: 'Léa',
  serviceId: 'treatment',
  slug: 'demo-be',
  holdId: '3q2-7wAAAAAAAAAAAAAAAA',
}

const firstDate = '1900-01-01'
const lastDate = '2199-12-31'

/** A date of the calendar, 'YYYY-MM-DD'. Not 2027-02-30. */
export const localDate = z
  .stringFormat('localDate', (text) => isLocalDate(text) && text >= firstDate && text <= lastDate)
  .meta({ format: 'date', description: 'Local date of the clinic', examples: [formatExamples.localDate] })

const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/

/** An instant in UTC with its Z: a local hour may not exist, or exist twice, so none is taken. */
export const instant = z
  .stringFormat('instant', (text) => instantShape.test(text) && isInstant(text))
  .meta({ format: 'date-time', description: 'UTC, with Z', examples: [formatExamples.instant] })

/** A telephone number as people write it, national or international: 6 to 15 digits. */
export const phone = z
  .stringFormat('phone', (text) => /^\+?[0-9(][0-9 ()./\u00a0-]{4,28}$/.test(text) && hasDigits(text, 6, 15))
  .meta({ examples: [formatExamples.phone, '04 78 00 00 00'], maxLength: 30 })

/** What a person is called; anything that can be written, on one line. */
export const personName = z
  .string()
  .min(1)
  .max(100)
  .check(z.stringFormat('personName', (text) => text.trim() !== '' && text.isWellFormed() && !/\p{Cc}/u.test(text)))

export const serviceId = z
  .stringFormat('serviceId', /^[a-z0-9-]{1,64}$/)
  .meta({ description: 'An id of `services`', examples: [formatExamples.serviceId] })

export const slug = z.string().meta({ description: 'A slug of `clinics`', examples: [formatExamples.slug] })

/** 128 random bits. Whatever has not even the form of one is simply unknown. */
export const holdId = z
  .string()
  .meta({ description: '128 random bits as 22 characters', examples: [formatExamples.holdId] })

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

function hasDigits(text: string, low: number, high: number): boolean {
  const digits = text.replace(/\D/g, '').length
  return digits >= low && digits <= high
}
