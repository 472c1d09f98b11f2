import { expect, test } from 'vitest'
import { answeringHours } from './open-hours.ts'
import { saidHours } from './said-hours.ts'

const zone = 'Europe/Brussels'
const tuesday = [
  { weekday: 2, opens: '09:00:00', closes: '12:30:00' },
  { weekday: 2, opens: '13:30:00', closes: '18:30:00' },
  { weekday: 4, opens: '09:00:00', closes: '12:30:00' },
]
const at = (time: string) => Date.parse(`2026-11-24T${time}+01:00`)

test('today’s hours are told as long as one of them is not over', () => {
  expect(answeringHours(tuesday, [], at('08:00:00'), zone)).toMatchObject({ today: [{}, {}] })
  expect(answeringHours(tuesday, [], at('12:45:00'), zone)).toEqual({
    today: [{ opens: '13:30:00', closes: '18:30:00' }],
  })
})

test('after the last hour the next day that opens is told, past a closure', () => {
  expect(answeringHours(tuesday, [], at('18:30:00'), zone)).toEqual({ next: { on: '2026-11-26', opens: '09:00:00' } })
  expect(answeringHours(tuesday, ['2026-11-26'], at('19:00:00'), zone)).toMatchObject({ next: { on: '2026-12-01' } })
})

test('a clinic without hours is not said to open', () => {
  expect(answeringHours([], [], at('10:00:00'), zone)).toBeUndefined()
  expect(saidHours(undefined, 'fr')).toBe('')
})

test('the hours are said in both languages', () => {
  const hours = answeringHours(tuesday, [], at('08:00:00'), zone)
  expect(saidHours(hours, 'fr').replaceAll('\u00a0', ' ')).toBe(
    'Ouvert aujourd’hui de 9 h à 12 h 30 et de 13 h 30 à 18 h 30.',
  )
  expect(saidHours({ next: { on: '2026-11-26', opens: '09:00:00' } }, 'en')).toBe(
    'The clinic is closed. It opens Thursday 26 November 2026 at 9:00am.',
  )
})
