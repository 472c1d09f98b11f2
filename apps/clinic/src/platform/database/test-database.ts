import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type House, openHouse } from '../house/house.server.ts'

export type TestDatabase = {
  /** The owner's address of this file's own clone. */
  ownerUrl: string
  house: House
  /** Moves the time by which the rules judge. */
  setNow(at: number): void
  /** Rows read as the owner, past every fence (the test server's owner is a superuser). */
  owner: pg.Pool
  close(): Promise<void>
}

/**
 * A fresh clone of the migrated template with a house open on it, as the application opens it. Call in `beforeAll`,
 * close in `afterAll`.
 */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  const template = new URL(templateUrl)
  const admin = new URL(templateUrl)
  admin.pathname = '/postgres'
  await query(admin.href, `create database ${name} template ${template.pathname.slice(1)}`)
  const clone = new URL(templateUrl)
  clone.pathname = `/${name}`
  const opened = await openHouse({
    databaseUrl: clone.href,
    smtpUrl: undefined,
    publicUrl: 'http://clinic.test',
    rateLimit: false,
    secret: undefined,
  })
  const owner = new pg.Pool({ connectionString: clone.href, max: 2 })
  // The clone is dropped while its last connections may still be closing.
  owner.on('connect', (client) => client.on('error', () => {}))
  owner.on('error', () => {})
  let at: number | undefined
  const house: House = { ...opened, now: () => at ?? opened.now() }
  return {
    ownerUrl: clone.href,
    house,
    setNow: (now) => {
      at = now
    },
    owner,
    close: async () => {
      await owner.end()
      await opened.close()
      await query(admin.href, `drop database ${name} with (force)`)
    },
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
