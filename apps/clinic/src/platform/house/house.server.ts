import type pg from 'pg'
import type { Settings } from '#platform/config/config.server.ts'
import { type Database, openDatabase } from '#platform/database/database.server.ts'
import { type Bell, hangBell } from './bell.queries.server.ts'
import { type ClinicCache, makeClinicCache } from './clinic-cache.ts'
import { readClockOffset, readIsDemo } from './house.queries.server.ts'

const clockBell = 'clock'

/** What one process holds open: the database, the clock, what may be said again, and the bell between processes. */
export type House = {
  settings: Settings
  db: Database
  signInPool: pg.Pool
  /** Seals cookies and derives links. */
  secret: string
  isDemo: boolean
  cache: ClinicCache
  /** Epoch ms by which the rules judge; ahead of the real time where a demo's clock was moved. */
  now(): number
  /** Something of this clinic changed: forget what was worked out, here and in every other process. */
  changed(clinicId: string): void
  /**
   * Calls `listener` whenever a clinic changed, in this process or another: with its id, or with undefined when any may have
   * (bells were missed, a demo's clock was moved). What was worked out is forgotten by then. Returns how to stop.
   */
  onChanged(listener: (clinicId: string | undefined) => void): () => void
  clockMoved(): Promise<void>
  close(): Promise<void>
}

/** Opens the house for one process. The database must have been prepared (`migrateDatabase`). */
export async function openHouse(settings: Settings): Promise<House> {
  const database = await openDatabase(settings.databaseUrl)
  const cache = makeClinicCache(() => performance.now())
  const isDemo = await readIsDemo(database.db)
  let offsetMs = await readClockOffset(database.db)

  const listeners = new Set<(clinicId: string | undefined) => void>()
  const tell = (clinicId: string | undefined) => {
    for (const listener of listeners) listener(clinicId)
  }
  const readClock = async () => {
    offsetMs = await readClockOffset(database.db)
    cache.clear(undefined)
  }
  const bell: Bell = hangBell(database.appPool, (subject) => {
    if (subject === clockBell || subject === '*') {
      cache.clear(undefined)
      if (!isDemo) tell(undefined)
      else
        void readClock()
          .catch(() => {})
          .then(() => tell(undefined))
    } else {
      cache.clear(subject)
      tell(subject)
    }
  })

  return {
    settings,
    db: database.db,
    signInPool: database.signInPool,
    secret: settings.secret ?? database.keys.secret,
    isDemo,
    cache,
    now: () => Date.now() + offsetMs,
    changed: (clinicId) => {
      cache.clear(clinicId)
      bell.ring(clinicId)
    },
    onChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clockMoved: async () => {
      await readClock()
      bell.ring(clockBell)
    },
    close: async () => {
      await bell.close()
      await database.close()
    },
  }
}
