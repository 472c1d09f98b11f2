import { expect, test } from 'vitest'
import { describeStart } from './start-message.ts'

const signIns = [
  { clinic: 'demo-be', role: 'owner', email: 'owner@lumen.example', password: 'pointille-demo' },
  { clinic: 'demo-fr', role: 'owner', email: 'owner@paris.example', password: 'pointille-demo' },
  { clinic: 'demo-be', role: 'frontDesk', email: 'desk@lumen.example', password: 'pointille-demo' },
]
const started = { address: 'http://127.0.0.1:3000', signIns, isOpenToOthers: false }

test('a demo tells its address, each sign-in under its clinic, the mail and the clock', () => {
  const message = describeStart({ ...started, databaseUrl: 'postgres://u:p@127.0.0.1:1/d', place: '/srv/data' })
  expect(message).toContain('Pointillé is open at http://127.0.0.1:3000\n')
  expect(message).toMatch(
    / {2}demo-be\n {4}owner +owner@lumen\.example +pointille-demo\n {4}front desk +desk@lumen\.example/,
  )
  expect(message).toMatch(/ {2}demo-fr\n {4}owner +owner@paris\.example/)
  expect(message).toContain('http://127.0.0.1:3000/demo/outbox')
  expect(message).toContain('http://127.0.0.1:3000/demo/clock')
  expect(message).toContain('DATABASE_URL=postgres://u:p@127.0.0.1:1/d npm run serve')
  expect(message).toContain('/srv/data')
})

test('a database of one’s own is not repeated', () => {
  expect(describeStart(started)).toMatch(/npm run serve, with the same DATABASE_URL\n/)
})

test('a start without demo tells the first owner’s link as a whole address and no sign-in', () => {
  const message = describeStart({ ...started, signIns: [], firstOwnerLink: '/first-owner/abc' })
  expect(message).toContain('http://127.0.0.1:3000/first-owner/abc')
  expect(message).not.toMatch(/demo/i)
})

test('known passwords on an address others can reach are pointed out', () => {
  const warning = /POINTILLE_DEMO=off/
  expect(describeStart({ ...started, isOpenToOthers: true })).toMatch(warning)
  expect(describeStart({ ...started, isOpenToOthers: true, signIns: [] })).not.toMatch(warning)
  expect(describeStart(started)).not.toMatch(warning)
})
