import type pg from 'pg'

/** Of one clinic over five years. The number of clinics grows with the treatments, the size of a clinic does not. */
export const treatmentsAClinic = 25_000
export const pastEndsAt = Date.parse('2026-11-24T00:00:00Z')
const pastDays = 5 * 365

/** A clinic's ids, and those of its patients, as the generator below makes them. */
export const clinicNumber = (n: number) => idOf(`clinic ${n}`)
export const patientNumber = (clinic: number, n: number) => idOf(`patient ${clinic} ${n}`)
export const patientsAClinic = treatmentsAClinic / 4

function idOf(text: string): { sql: string } {
  return { sql: `md5('${text}')::uuid` }
}

/**
 * Fills the table of uses with an invented past: each treatment has a handpiece (of 4), a room (of 5), an operator (of 6), a
 * lot (of 200 cartridges) and a cartridge of its own. Indexes are made afterwards, as they were; keys to treatments are not
 * checked, because only this table is read.
 */
export async function writePast(owner: pg.Client, treatments: number): Promise<void> {
  const clinics = Math.max(1, Math.round(treatments / treatmentsAClinic))
  await owner.query(`set session_replication_role = replica`)
  await owner.query(
    `insert into house.clinics (clinic_id, slug, name, time_zone, opened_at) select md5('clinic ' || c)::uuid, 'bench-' || c, 'Bench', 'Europe/Brussels', now() from generate_series(0, $1 - 1) c`,
    [clinics],
  )
  const indexes = await owner.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = 'clinic.exposures'::regclass and not indisprimary`,
  )
  const keys = await owner.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = 'clinic.exposures'::regclass and contype in ('p', 'f')`,
  )
  for (const { name } of keys.rows) await owner.query(`alter table clinic.exposures drop constraint ${name}`)
  for (const { name } of indexes.rows) await owner.query(`drop index ${name}`)
  await owner.query(
    `insert into clinic.exposures (clinic_id, kind, source, at, treatment_id, patient_id)
     select md5('clinic ' || clinic)::uuid, use.kind, use.source, at + use.after, md5('treatment ' || n)::uuid, md5('patient ' || clinic || ' ' || patient)::uuid
     from (
       select n, n % $2 as clinic, n / $2 as nth,
         hashint4extended(n, 1) & 1048575 as a, hashint4extended(n, 2) & 1048575 as b, hashint4extended(n, 3) & 1048575 as c,
         (hashint4extended(n, 4) & 1048575) % $3 as patient,
         to_timestamp($4::float8) - make_interval(secs => ($5::float8 - (n / $2)::float8 / $6 * $5::float8) * 86400) as at
       from generate_series(0, $1 - 1) n
     ) t cross join lateral (values
       ('device', md5('device ' || clinic || ' ' || a % 4), interval '40 minutes'), ('room', md5('room ' || clinic || ' ' || b % 5), interval '0'),
       ('operator', md5('operator ' || clinic || ' ' || c % 6), interval '10 minutes'), ('lot', 'L' || clinic || '-' || nth / 200, interval '40 minutes'),
       ('cartridge', 'L' || clinic || '-' || nth / 200 || '/' || nth % 200, interval '40 minutes')
     ) use (kind, source, after)`,
    [treatments, clinics, patientsAClinic, pastEndsAt / 1000, pastDays, treatmentsAClinic],
  )
  for (const { name, definition } of keys.rows)
    if (definition.startsWith('PRIMARY'))
      await owner.query(`alter table clinic.exposures add constraint ${name} ${definition}`)
  for (const { definition } of indexes.rows) await owner.query(definition)
  await owner.query(`set session_replication_role = origin`)
  await owner.query('vacuum (analyze) clinic.exposures')
}
