import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { prepareDatabase } from '../main.ts'
import type {} from '../src/platform/database/test-database.setup.ts'

export type DemoDatabase = {
  /** The owner's address, which server processes are given. */
  databaseUrl: string
  /** Looks past every fence. */
  owner: pg.Pool
  drop(): Promise<void>
}

/** The two demo clinics in a database of their own, on the run's throw-away server. */
export async function makeDemoDatabase(): Promise<DemoDatabase> {
  const template = new URL(inject('templateUrl'))
  const name = `api_${randomBytes(6).toString('hex')}`
  const clone = new URL(template)
  clone.pathname = `/${name}`
  await asAdmin(template, `create database ${name} template ${template.pathname.slice(1)}`)
  await prepareDatabase({ databaseUrl: clone.href, demo: true })
  const owner = new pg.Pool({ connectionString: clone.href, max: 2 })
  return {
    databaseUrl: clone.href,
    owner,
    drop: async () => {
      await owner.end()
      await asAdmin(template, `drop database ${name} with (force)`)
    },
  }
}

async function asAdmin(template: URL, statement: string): Promise<void> {
  const admin = new URL(template)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
