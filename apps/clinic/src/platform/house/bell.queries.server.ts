import pg from 'pg'

const channel = 'pointille'
const retryMs = 1_000

/**
 * The bell between processes: whoever changed something rings, every process on the same database hears it
 * (PostgreSQL LISTEN/NOTIFY). A bell may be missed while the connection is down, so what it clears must also age by itself.
 */
export type Bell = { ring(subject: string): void; close(): Promise<void> }

/**
 * @param pool rings through it
 * @param hear called with each subject rung by any process, and with '*' when bells may have been missed
 */
export function hangBell(pool: pg.Pool, hear: (subject: string) => void): Bell {
  let closed = false
  let listener: pg.Client | undefined

  async function listen(): Promise<void> {
    const client = new pg.Client(pool.options)
    const again = () => {
      if (listener !== client) return
      listener = undefined
      if (!closed) setTimeout(() => void listen(), retryMs).unref()
    }
    listener = client
    client.on('error', again)
    client.on('end', again)
    client.on('notification', (bell) => hear(bell.payload ?? '*'))
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      hear('*')
    } catch {
      again()
    }
  }
  void listen()

  return {
    ring: (subject) => void pool.query('select pg_notify($1, $2)', [channel, subject]).catch(() => {}),
    close: async () => {
      closed = true
      await listener?.end().catch(() => {})
    },
  }
}
