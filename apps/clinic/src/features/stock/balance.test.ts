import { expect, test } from 'vitest'
import { lotState } from './balance.ts'

const on = { todayOn: '2026-11-24', soonOn: '2026-12-24' }
test.each([
  ['good for long', { onShelf: 3, expiresOn: '2028-06-30', isRecalled: false }, 'usable'],
  ['on its last day', { onShelf: 3, expiresOn: '2026-11-24', isRecalled: false }, 'soon'],
  ['in thirty days', { onShelf: 3, expiresOn: '2026-12-24', isRecalled: false }, 'soon'],
  ['in thirty-one days', { onShelf: 3, expiresOn: '2026-12-25', isRecalled: false }, 'usable'],
  ['since yesterday', { onShelf: 3, expiresOn: '2026-11-23', isRecalled: false }, 'expired'],
  ['since yesterday, none left', { onShelf: 0, expiresOn: '2026-11-23', isRecalled: false }, 'used-up'],
  ['recalled and expired', { onShelf: 3, expiresOn: '2026-11-23', isRecalled: true }, 'recalled'],
  ['recalled, none left', { onShelf: 0, expiresOn: '2028-06-30', isRecalled: true }, 'recalled'],
])('a lot %s', (_, lot, state) => {
  expect(lotState(lot, on)).toBe(state)
})
