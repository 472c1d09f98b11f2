import { sql } from 'kysely'
import pg from 'pg'
import { listSharedWith, listUsesAfter } from '../apps/clinic/src/features/look-back/exposures.queries.server.ts'
import { type ClinicTransaction, openDatabase } from '../apps/clinic/src/platform/database/database.server.ts'
import { inClinic } from '../apps/clinic/src/platform/database/in-clinic.server.ts'
import { migrateDatabase } from '../apps/clinic/src/platform/database/migrate.server.ts'
import type { Measurement } from '../run/bench-line.ts'
import { startTemporaryPostgres } from '../run/postgres.ts'
import {
  clinicNumber,
  pastEndsAt,
  patientNumber,
  patientsAClinic,
  treatmentsAClinic,
  writePast,
} from './look-back-past.ts'

export const name = 'look-back from an index patient over 90 days, against the bare index scan and the naive self-join'

/** POINTILLE_BENCH_TREATMENTS=5000000 makes the past of the issue; the default is a tenth of it, so that a small machine gets through. */
const treatments = Number(process.env.POINTILLE_BENCH_TREATMENTS ?? 500_000)
const asked = 400
const secondOrders = 15
const timeZone = 'Europe/Brussels'
const dayMs = 86_400_000

/** First order: the same rows from ranges that are known beforehand. Second order: the same rows by joining the table with itself. */
export async function* run(): AsyncIterable<Measurement> {
  const postgres = await startTemporaryPostgres()
  try {
    await migrateDatabase(postgres.databaseUrl, new URL('../apps/clinic/migrations/', import.meta.url))
    const owner = new pg.Client({ connectionString: postgres.databaseUrl })
    await owner.connect()
    console.error(`  writing ${treatments} treatments, 5 uses each`)
    await writePast(owner, treatments)
    await owner.end()
    const { db, close } = await openDatabase(postgres.databaseUrl, 2)
    try {
      const first: Times = { ours: [], peers: [] }
      const second: Times = { ours: [], peers: [] }
      let rows = 0
      // Most patients did not come in those 90 days; they are passed over.
      for (let n = 0; n < 20 * asked && first.ours.length < asked; n++) {
        const clinic = (n * 7) % Math.max(1, Math.round(treatments / treatmentsAClinic))
        const { rows: ids } = await sql<{ clinicId: string; patientId: string }>`
          select ${sql.raw(clinicNumber(clinic).sql)} as clinic_id, ${sql.raw(patientNumber(clinic, (n * 131) % patientsAClinic).sql)} as patient_id`.execute(
          db,
        )
        const { clinicId, patientId } = ids[0]!
        const toAt = pastEndsAt - ((n * 13) % 1500) * dayMs
        const span = { fromAt: toAt - 90 * dayMs, toAt }
        const searched = { clinicId, timeZone }
        await inClinic(db, clinicId, async (tx) => {
          const ranges = await rangesOf(tx, clinicId, patientId, span)
          const [mine, shared] = await timed(() => listSharedWith(tx, searched, patientId, span))
          const [bare, scanned] = await timed(() => bareScan(tx, clinicId, ranges))
          if (ranges.length === 0) return
          rows += scanned
          if (scanned < shared.length)
            throw new Error(`the bare scan found ${scanned} rows, the look-back ${shared.length}`)
          first.ours.push(mine)
          first.peers.push(bare)
          if (second.ours.length >= secondOrders) return
          const people = peopleOf(shared, 60)
          const known = [patientId, ...people.map((one) => one.patientId)]
          const [merged, after] = await timed(() => listUsesAfter(tx, searched, people, toAt, known))
          const [joined, found] = await timed(() => selfJoin(tx, clinicId, people, toAt, known))
          if (after.length !== found)
            throw new Error(`merged windows found ${after.length} uses, the self-join ${found}`)
          second.ours.push(merged)
          second.peers.push(joined)
        })
      }
      console.error(
        `  ${first.ours.length} look-backs, ${Math.round(rows / first.ours.length)} rows each; p50 ${quantile(first.ours, 0.5).toFixed(2)} ms`,
      )
      yield {
        ...{
          name: `look-back: first order p99, ${treatments} treatments`,
          value: quantile(first.ours, 0.99),
          unit: 'ms',
        },
        ...{ peer: 'bare index scan', peerValue: quantile(first.peers, 0.99), goal: '<=3' },
      }
      yield {
        ...{
          name: `look-back: second order p50, ${treatments} treatments`,
          value: quantile(second.ours, 0.5),
          unit: 'ms',
        },
        ...{ peer: 'naive self-join', peerValue: quantile(second.peers, 0.5), goal: '<=0.5' },
      }
    } finally {
      await close()
    }
  } finally {
    await postgres.stop()
  }
}

type Times = { ours: number[]; peers: number[] }
type Span = { fromAt: number; toAt: number }
type Range = { kind: string; source: string; fromAt: number; toAt: number }

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const began = performance.now()
  const answer = await work()
  return [performance.now() - began, answer]
}

/** What the patient used, as ranges to scan: found beforehand, outside the clock. */
async function rangesOf(
  tx: ClinicTransaction,
  clinicId: string,
  patientId: string,
  { fromAt, toAt }: Span,
): Promise<Range[]> {
  const { rows } = await sql<Range>`
    select distinct kind, source,
      case when kind in ('room', 'operator') then greatest(date_trunc('day', at at time zone ${timeZone}::text) at time zone ${timeZone}::text, ${new Date(fromAt)}) else ${new Date(fromAt)} end as from_at,
      case when kind in ('room', 'operator') then least((date_trunc('day', at at time zone ${timeZone}::text) + interval '1 day') at time zone ${timeZone}::text, ${new Date(toAt)}) else ${new Date(toAt)} end as to_at
    from clinic.exposures where clinic_id = ${clinicId} and patient_id = ${patientId} and at >= ${new Date(fromAt)} and at < ${new Date(toAt)}`.execute(
    tx,
  )
  return rows
}

/** One statement that is planned once: an index-only scan of each range, and nothing to find out before. */
async function bareScan(tx: ClinicTransaction, clinicId: string, ranges: readonly Range[]): Promise<number> {
  const { rows } = await sql`
    select r.kind, r.source, e.at, e.treatment_id, e.patient_id
    from unnest(${ranges.map(({ kind }) => kind)}::text[], ${ranges.map(({ source }) => source)}::text[],
      ${ranges.map(({ fromAt }) => new Date(fromAt))}::timestamptz[], ${ranges.map(({ toAt }) => new Date(toAt))}::timestamptz[]) as r (kind, source, from_at, to_at)
    cross join lateral (
      select at, treatment_id, patient_id from clinic.exposures
      where clinic_id = ${clinicId} and kind = r.kind and source = r.source and at >= r.from_at and at < r.to_at offset 0
    ) e`.execute(tx)
  return rows.length
}

/** Those of the first order, the earliest first, from when they were exposed. */
function peopleOf(uses: readonly { kind: string; at: number; patientId: string }[], most: number) {
  const since = new Map<string, number>()
  for (const { kind, at, patientId } of uses)
    if (kind !== 'room' && kind !== 'operator') since.set(patientId, Math.min(at, since.get(patientId) ?? at))
  return [...since].map(([patientId, sinceAt]) => ({ patientId, sinceAt })).slice(0, most)
}

async function selfJoin(
  tx: ClinicTransaction,
  clinicId: string,
  people: readonly { patientId: string; sinceAt: number }[],
  toAt: number,
  known: readonly string[],
): Promise<number> {
  const { rows } = await sql`
    select distinct b.kind, b.source, b.at, b.treatment_id, b.patient_id
    from unnest(${people.map(({ patientId }) => patientId)}::uuid[], ${people.map(({ sinceAt }) => new Date(sinceAt))}::timestamptz[]) as p (patient_id, since_at)
    join clinic.exposures a on a.clinic_id = ${clinicId} and a.patient_id = p.patient_id and a.at >= p.since_at and a.at < ${new Date(toAt)} and a.kind <> 'lot'
    join clinic.exposures b on b.clinic_id = a.clinic_id and b.kind = a.kind and b.source = a.source and b.at >= a.at and b.at < ${new Date(toAt)}
      and (a.kind not in ('room', 'operator') or b.at < (date_trunc('day', a.at at time zone ${timeZone}::text) + interval '1 day') at time zone ${timeZone}::text)
    where b.patient_id <> all(${[...known]}::uuid[])`.execute(tx)
  return rows.length
}

const quantile = (values: number[], at: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(at * values.length))]!
