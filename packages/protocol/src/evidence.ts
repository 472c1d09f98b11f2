import { contraindications } from './generated/contraindications.ts'
import { settings } from './generated/settings.ts'

/** A row of evidence/contraindications.csv. `washoutDays` is how long after the condition ended one waits, where a source says so. */
export interface Contraindication {
  id: ContraindicationId
  condition: string
  kind: 'absolute' | 'relative'
  washoutDays: number | undefined
  why: string
  sourceUrl: string
}

/** A row of evidence/settings.csv: needle length and rhythm as published; undefined = not printed. */
export interface Setting {
  id: SettingId
  indication: string
  site: string
  device: string
  needleLowMm: number | undefined
  needleHighMm: number | undefined
  treatmentsLow: number | undefined
  treatmentsHigh: number | undefined
  intervalDaysLow: number | undefined
  intervalDaysHigh: number | undefined
  endpoint: string
  sourceUrl: string
}

export type ContraindicationId = (typeof contraindications)[number]['id']
export type SettingId = (typeof settings)[number]['id']

const contraindicationById = new Map<string, Contraindication>(contraindications.map((row) => [row.id, row]))
const settingById = new Map<string, Setting>(settings.map((row) => [row.id, row]))

export function listContraindications(): readonly Contraindication[] {
  return contraindications
}

export function isContraindicationId(id: string): id is ContraindicationId {
  return contraindicationById.has(id)
}

export function getContraindication(id: ContraindicationId): Contraindication {
  const row = contraindicationById.get(id)
  if (row === undefined) throw new Error(`no contraindication ${id}`)
  return row
}

export function listSettings(): readonly Setting[] {
  return settings
}

export function getSetting(id: SettingId): Setting {
  const row = settingById.get(id)
  if (row === undefined) throw new Error(`no setting ${id}`)
  return row
}
