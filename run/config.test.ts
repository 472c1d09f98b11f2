import { describe, expect, test } from 'vitest'
import { checkConfig } from './config.ts'

const clone = '/srv/pointille'
const check = (env: Record<string, string>) => checkConfig(env, { clone })
const configOf = (env: Record<string, string>) => {
  const checked = check(env)
  if ('faults' in checked) throw new Error(checked.faults.join('\n'))
  return checked.config
}
const faultsOf = (env: Record<string, string>) => {
  const checked = check(env)
  return 'faults' in checked ? checked.faults : []
}

describe('an environment without faults', () => {
  test('says nothing: loopback, the demo, our own database inside the clone', () => {
    expect(configOf({ PATH: '/bin' })).toEqual({
      host: '127.0.0.1',
      port: 3000,
      portIsFixed: false,
      databaseUrl: undefined,
      demo: true,
      dataDir: '/srv/pointille/.pointille',
    })
  })

  test('treats an empty variable as one that is not set', () => {
    expect(configOf({ PORT: '', HOST: ' ', DATABASE_URL: '', POINTILLE_DEMO: '' })).toEqual(configOf({}))
  })

  test('has no demo on a database of one’s own unless asked', () => {
    const DATABASE_URL = 'postgresql://anna:secret@db.example/clinic?sslmode=require'
    expect(configOf({ DATABASE_URL }).demo).toBe(false)
    expect(configOf({ DATABASE_URL, POINTILLE_DEMO: 'on' }).demo).toBe(true)
    expect(configOf({ POINTILLE_DEMO: 'off' }).demo).toBe(false)
  })

  test.each(['postgres://u:p@h/d', 'postgresql:///clinic?host=/var/run/postgresql', 'postgres://u@%2Ftmp/d'])(
    'takes the database %s',
    (DATABASE_URL) => expect(configOf({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL),
  )

  test.each(['0.0.0.0', '::', '::1', 'localhost', 'fe80::1%eth0'])('takes the host %s', (HOST) =>
    expect(configOf({ HOST }).host).toBe(HOST),
  )

  test('takes every setting at once', () => {
    const env = {
      PORT: '0',
      POINTILLE_DATA: '/var/lib/clinic',
      POINTILLE_URL: 'https://clinic.example/',
      POINTILLE_SECRET: 'x'.repeat(32),
      POINTILLE_RATE_LIMIT: 'off',
      SMTP_URL: 'smtps://u:p@mail.example:465',
    }
    expect(configOf(env)).toMatchObject({ port: 0, portIsFixed: true, dataDir: '/var/lib/clinic' })
  })
})

describe('a fault', () => {
  test.each([
    ['PORT', 'eighty'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '0x50'],
    ['HOST', 'http://127.0.0.1'],
    ['HOST', '127.0.0.1:80/'],
    ['DATABASE_URL', 'mysql://u:p@h/d'],
    ['DATABASE_URL', 'postgres://u:p@h'],
    ['DATABASE_URL', 'localhost'],
    ['DATABASE_URL', 'postgres://u:a#b@h/d'],
    ['SMTP_URL', 'mail.example:25'],
    ['SMTP_URL', 'http://mail.example'],
    ['POINTILLE_DEMO', 'yes'],
    ['POINTILLE_RATE_LIMIT', '10'],
    ['POINTILLE_SECRET', 'short'],
    ['POINTILLE_URL', 'clinic.example'],
    ['POINTILLE_URL', 'https://clinic.example/app'],
    ['POINTILLE_DATA', 'data'],
  ])('in %s=%s is one line that names the variable and the way out', (name, value) => {
    const faults = faultsOf({ [name]: value })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(new RegExp(`^${name} [^\n]*: (give|write) [^\n]+\\.$`))
  })

  test('is told together with every other', () => {
    const faults = faultsOf({ PORT: 'x', HOST: 'a b', POINTILLE_DEMO: '1', DATABASE_URL: 'x', SMTP_URL: 'x' })
    expect(faults.map((line) => line.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'HOST',
      'PORT',
      'POINTILLE_DEMO',
      'SMTP_URL',
    ])
  })

  test('never repeats a secret', () => {
    const env = {
      DATABASE_URL: 'mysql://u:hunter2@h/d',
      SMTP_URL: 'http://u:hunter2@h',
      POINTILLE_SECRET: 'hunter2',
      POINTILLE_URL: 'https://u:hunter2@h',
    }
    const faults = faultsOf(env)
    expect(faults).toHaveLength(4)
    expect(faults.join()).not.toContain('hunter2')
  })

  test('is a setting misspelt, and not a variable of somebody else', () => {
    expect(faultsOf({ POINTILLE_DMEO: 'off' })).toEqual([
      'POINTILLE_DMEO is not a setting: write POINTILLE_DEMO, or remove it.',
    ])
    expect(faultsOf({ POINTILE_URL: 'x' })).toHaveLength(1)
    expect(faultsOf({ pointille_demo: 'off' })).toHaveLength(1)
    expect(faultsOf({ POINTER: 'x', POINTILLE_TEST_REPORT: 'x' })).toEqual([])
  })
})
