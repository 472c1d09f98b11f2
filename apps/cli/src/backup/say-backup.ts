import type { CheckedBackup } from '../../../clinic/src/features/backup/index.server.ts'

/** `12,345 rows`, `1 row`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** When and by what a backup was made. */
export function sayOrigin({ manifest }: CheckedBackup): string {
  const at = new Date(manifest.madeAt).toISOString().replace('T', ' ').slice(0, 19)
  const clinics = manifest.clinics.map(({ name }) => name).join(', ') || 'no clinic'
  return `${clinics}, as of ${at} UTC, by Pointillé ${manifest.product} (${manifest.migrations.at(-1)}).`
}

/** `34 tables with 1,234 rows, 1.2 MB`. */
export function saySize({ manifest, rows, bytes, isSealed }: CheckedBackup): string {
  const tables = counted(manifest.tables.length - 1, 'table')
  return `${tables} with ${counted(rows, 'row')}, ${sizeOf(bytes)}, ${isSealed ? 'sealed with the passphrase' : 'not sealed'}.`
}

/** `21 treatments with 301 events`. */
export function sayChains({ treatments, events }: CheckedBackup['chains']): string {
  return `${counted(treatments, 'treatment')} with ${counted(events, 'event')}`
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}
