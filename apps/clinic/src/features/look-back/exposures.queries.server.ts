import { type RawBuilder, sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import type { Span, Use } from './exposure.ts'
import { linksOneDay, passesOn, type SharedKind } from './link-rules.ts'

/** Whose record is searched: the clinic, and the zone in which its days begin. */
export type Searched = { clinicId: string; timeZone: string }

const stamp = (at: number) => sql`${new Date(at)}::timestamptz`
const texts = (values: readonly string[]) => sql`${[...values]}::text[]`
const ids = (values: readonly string[]) => sql`${[...values]}::uuid[]`
const localDay = (column: RawBuilder<unknown>, timeZone: string) =>
  sql`date_trunc('day', ${column} at time zone ${timeZone}::text)`

/** Every use of one thing in a span. */
export async function listUses(
  tx: ClinicTransaction,
  { clinicId }: Searched,
  { kind, source }: { kind: SharedKind; source: string },
  { fromAt, toAt }: Span,
): Promise<Use[]> {
  const { rows } = await sql<Use>`
    select kind, source, at, treatment_id, patient_id from clinic.exposures
    where clinic_id = ${clinicId} and kind = ${kind} and source = ${source} and at >= ${stamp(fromAt)} and at < ${stamp(toAt)}`.execute(
    tx,
  )
  return rows
}

/** Every use, by others, of what a patient used in a span: all that day of a room or an operator, all the span of other things. */
export async function listSharedWith(
  tx: ClinicTransaction,
  searched: Searched,
  patientId: string,
  { fromAt, toAt }: Span,
): Promise<Use[]> {
  const span = sql`tstzrange(${stamp(fromAt)}, ${stamp(toAt)})`
  const own = sql`
    select kind, source, at from clinic.exposures
    where clinic_id = ${searched.clinicId} and patient_id = ${patientId} and at >= ${stamp(fromAt)} and at < ${stamp(toAt)}`
  const { rows } = await spread(searched, own, {
    days: sql`tstzrange(${startOfDay(searched)}, ${endOfDay(searched)}) * ${span}`,
    rest: span,
    except: [patientId],
  }).execute(tx)
  return rows
}

/** Every use of the rooms of these treatments on those days, by whoever. */
export async function listSameRoomSameDay(
  tx: ClinicTransaction,
  searched: Searched,
  treatments: readonly { treatmentId: string; patientId: string }[],
  { fromAt, toAt }: Span,
): Promise<Use[]> {
  if (treatments.length === 0) return []
  const own = sql`
    select e.kind, e.source, e.at
    from unnest(${ids(treatments.map(({ treatmentId }) => treatmentId))}, ${ids(treatments.map(({ patientId }) => patientId))}) as t (treatment_id, patient_id)
    cross join lateral (
      select kind, source, at, treatment_id from clinic.exposures
      where clinic_id = ${searched.clinicId} and patient_id = t.patient_id and kind = 'room' offset 0
    ) e
    where e.treatment_id = t.treatment_id`
  const span = sql`tstzrange(${stamp(fromAt)}, ${stamp(toAt)})`
  const days = sql`tstzrange(${startOfDay(searched)}, ${endOfDay(searched)}) * ${span}`
  const { rows } = await spread(searched, own, { days, rest: sql`'empty'::tstzrange`, except: [] }).execute(tx)
  return rows
}

/**
 * Every later use of what these people used since they were exposed: until the day's end of a room or an operator, until the
 * span's end of other things, never of a lot. The windows of one thing are merged first, so that each use is read once.
 */
export async function listUsesAfter(
  tx: ClinicTransaction,
  searched: Searched,
  people: readonly { patientId: string; sinceAt: number }[],
  toAt: number,
  except: readonly string[],
): Promise<Use[]> {
  if (people.length === 0) return []
  const own = sql`
    select e.kind, e.source, e.at
    from unnest(${ids(people.map(({ patientId }) => patientId))}, ${people.map(({ sinceAt }) => new Date(sinceAt))}::timestamptz[]) as p (patient_id, since_at)
    cross join lateral (
      select kind, source, at from clinic.exposures
      where clinic_id = ${searched.clinicId} and patient_id = p.patient_id and at >= p.since_at and at < ${stamp(toAt)} offset 0
    ) e
    where e.kind = any(${texts(passesOn)})`
  const { rows } = await spread(searched, own, {
    days: sql`tstzrange(at, least(${endOfDay(searched)}, ${stamp(toAt)}))`,
    rest: sql`tstzrange(at, ${stamp(toAt)})`,
    except,
  }).execute(tx)
  return rows
}

const startOfDay = ({ timeZone }: Searched) => sql`${localDay(sql`at`, timeZone)} at time zone ${timeZone}::text`
const endOfDay = ({ timeZone }: Searched) =>
  sql`(${localDay(sql`at`, timeZone)} + interval '1 day') at time zone ${timeZone}::text`

/** From uses to all uses of the same things in the windows that follow from them, merged per thing. */
function spread(
  { clinicId }: Searched,
  own: RawBuilder<unknown>,
  { days, rest, except }: { days: RawBuilder<unknown>; rest: RawBuilder<unknown>; except: readonly string[] },
) {
  return sql<Use>`
    with own as materialized (${own}),
    windows as (
      select kind, source, unnest(range_agg(during)) as during
      from (select kind, source, case when kind = any(${texts(linksOneDay)}) then ${days} else ${rest} end as during from own) w
      group by kind, source
    )
    select w.kind, w.source, e.at, e.treatment_id, e.patient_id
    from windows w cross join lateral (
      select at, treatment_id, patient_id from clinic.exposures
      where clinic_id = ${clinicId} and kind = w.kind and source = w.source and at >= lower(w.during) and at < upper(w.during) offset 0
    ) e
    where e.patient_id <> all(${ids(except)})`
}

/** What was written down of one treatment of the span, to tell what cannot be known. */
export type Checked = {
  treatmentId: string
  patientId: string
  openedAt: number
  /** Somebody had their hands on the patient. */
  touched: boolean
  hasLot: boolean
  hasCartridge: boolean
  hasDevice: boolean
  hasSpin: boolean
  hasRoom: boolean
  isOpen: boolean
  /** Something of it reached the server more than ten minutes after it was done. */
  cameLate: boolean
}

/** Every treatment opened in a span, with what is known of it. */
export async function listChecked(
  tx: ClinicTransaction,
  { clinicId }: Searched,
  { fromAt, toAt }: Span,
): Promise<Checked[]> {
  const { rows } = await sql<Checked>`
    select t.treatment_id, t.patient_id, t.opened_at, t.sealed_at is null as is_open,
      coalesce(e.touched, false) as touched, coalesce(e.has_lot, false) as has_lot, coalesce(e.has_cartridge, false) as has_cartridge,
      coalesce(e.has_device, false) as has_device, coalesce(e.has_spin, false) as has_spin, coalesce(e.has_room, false) as has_room,
      exists (
        select from clinic.treatment_events v
        where v.clinic_id = t.clinic_id and v.treatment_id = t.treatment_id and v.recorded_at > v.at + interval '10 minutes'
      ) as came_late
    from clinic.treatments t
    left join lateral (
      select bool_or(kind = 'operator') as touched, bool_or(kind = 'lot') as has_lot, bool_or(kind = 'cartridge') as has_cartridge,
        bool_or(kind = 'device') as has_device, bool_or(kind = 'spin') as has_spin, bool_or(kind = 'room') as has_room
      from clinic.exposures x where x.clinic_id = t.clinic_id and x.patient_id = t.patient_id and x.treatment_id = t.treatment_id
    ) e on true
    where t.clinic_id = ${clinicId} and t.opened_at >= ${stamp(fromAt)} and t.opened_at < ${stamp(toAt)}
    order by t.opened_at, t.treatment_id`.execute(tx)
  return rows
}
