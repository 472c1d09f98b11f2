import { Readable } from 'node:stream'
import type pg from 'pg'

/* PostgreSQL's COPY, both ways, as streams that wait for whoever is slower. The driver hands the messages through; this holds them. */

/** What the driver's connection can do beyond its published types. */
type CopyConnection = pg.Connection & {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}

/** The rows of a `copy … to stdout`, as COPY text; every piece holds whole lines. */
export function copyOut(client: pg.ClientBase, statement: string): AsyncIterable<Buffer> {
  let connection: CopyConnection | undefined
  const rows = new Readable({ highWaterMark: 262_144, read: () => void connection?.stream.resume() })
  client.query({
    submit: (given: pg.Connection) => {
      connection = given as CopyConnection
      connection.query(statement)
    },
    handleCopyData: ({ chunk }: { chunk: Buffer }) => {
      // The driver uses its buffer again: a row is kept by copying it.
      if (!rows.push(Buffer.from(chunk))) connection?.stream.pause()
    },
    handleCommandComplete: () => {},
    handleError: (error: Error) => {
      connection?.stream.resume()
      rows.destroy(error)
    },
    handleReadyForQuery: () => {
      // Whatever was paused: nobody asks for rows any more, and the next query needs its answers.
      connection?.stream.resume()
      rows.push(null)
    },
  } as pg.Submittable)
  return rows
}

/** Feeds a `copy … from stdin` with COPY text. @throws what the server has against a row, or what the source threw */
export function copyIn(client: pg.ClientBase, statement: string, source: AsyncIterable<Buffer>): Promise<void> {
  return new Promise((resolve, reject) => {
    const state: { fault: unknown } = { fault: undefined }
    client.query({
      submit: (connection: pg.Connection) => connection.query(statement),
      handleCopyInResponse: (connection: CopyConnection) =>
        void feed(connection, source, state).catch((error: unknown) => {
          state.fault ??= error
          connection.sendCopyFail('the source ended early')
        }),
      handleCommandComplete: () => {},
      // The last that the driver tells of a query; a source that failed comes before what the server says of its end.
      handleError: (error: Error) => {
        state.fault ??= error
        reject(state.fault)
      },
      handleReadyForQuery: () => resolve(),
    } as pg.Submittable)
  })
}

async function feed(
  connection: CopyConnection,
  source: AsyncIterable<Buffer>,
  state: { fault: unknown },
): Promise<void> {
  for await (const chunk of source) {
    if (state.fault !== undefined) return
    connection.sendCopyFromChunk(chunk)
    if (connection.stream.writableNeedDrain) await drained(connection)
  }
  connection.endCopyFrom()
}

function drained({ stream }: pg.Connection): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stream.off('drain', go)
      stream.off('close', go)
      resolve()
    }
    stream.once('drain', go)
    stream.once('close', go)
  })
}
