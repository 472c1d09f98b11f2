import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { type Exposure, gather, type Span, type Use } from './exposure.ts'
import {
  type Checked,
  listChecked,
  listSameRoomSameDay,
  listSharedWith,
  listUses,
  listUsesAfter,
  type Searched,
} from './exposures.queries.server.ts'
import { type AskedKind, certaintyOf } from './link-rules.ts'

export type Asked = { kind: AskedKind; source: string }

/** What a look-back found, and what it had to look at. */
export type Findings = { exposures: Exposure[]; checked: Checked[] }

/**
 * Who shared the asked thing in the span, who was in the same room on the same day, of whom it cannot be known, and who came
 * after them. A treatment stands in one row: what is direct is not told again as indirect, nor as unknown.
 */
export async function findExposed(
  tx: ClinicTransaction,
  searched: Searched,
  asked: Asked,
  span: Span,
): Promise<Findings> {
  const { direct, indirect } = await findFirst(tx, searched, asked, span)
  const checked = await listChecked(tx, searched, span)
  const found = new Set([...direct, ...indirect].map(({ treatmentId }) => treatmentId))
  const index = asked.kind === 'patient' ? asked.source : undefined
  const unknown = checked
    .filter(
      (one) => one.touched && !found.has(one.treatmentId) && one.patientId !== index && isUnknown(one, asked.kind),
    )
    .map(
      ({ treatmentId, patientId, openedAt }): Exposure => ({
        ...{ order: 1, certainty: 'unknown', treatmentId, patientId, at: openedAt, links: [] },
      }),
    )
  const second = await findSecond(
    tx,
    searched,
    direct,
    [...indirect.map(({ patientId }) => patientId), ...(index ? [index] : [])],
    span,
  )
  return { exposures: [...direct, ...indirect, ...unknown, ...second], checked }
}

async function findFirst(tx: ClinicTransaction, searched: Searched, { kind, source }: Asked, span: Span) {
  let direct: Exposure[]
  let near: Use[]
  if (kind === 'patient') {
    const shared = await listSharedWith(tx, searched, source, span)
    direct = gather(
      shared.filter((use) => certaintyOf(use.kind) === 'direct'),
      1,
      'direct',
    )
    near = shared.filter((use) => certaintyOf(use.kind) === 'indirect')
  } else {
    direct = gather(await listUses(tx, searched, { kind, source }, span), 1, 'direct')
    near = kind === 'room' ? [] : await listSameRoomSameDay(tx, searched, direct, span)
  }
  const told = new Set(direct.map(({ treatmentId }) => treatmentId))
  return {
    direct,
    indirect: gather(
      near.filter(({ treatmentId }) => !told.has(treatmentId)),
      1,
      'indirect',
    ),
  }
}

/** Second order starts from those whose link is direct, at the instant of it. */
async function findSecond(
  tx: ClinicTransaction,
  searched: Searched,
  direct: readonly Exposure[],
  alsoKnown: readonly string[],
  { toAt }: Span,
) {
  const sinceAt = new Map<string, number>()
  for (const { patientId, at } of direct) sinceAt.set(patientId, Math.min(at, sinceAt.get(patientId) ?? at))
  const people = [...sinceAt].map(([patientId, since]) => ({ patientId, sinceAt: since }))
  const uses = await listUsesAfter(tx, searched, people, toAt, [...sinceAt.keys(), ...alsoKnown])
  const rows = gather(uses, 2, 'direct')
  return rows.map(
    (row): Exposure => ({
      ...row,
      certainty: row.links.some(({ kind }) => certaintyOf(kind) === 'direct') ? 'direct' : 'indirect',
    }),
  )
}

/** Whether the record lacks what would tell. From a patient, one that says nothing of needles, handpiece or room tells nothing. */
function isUnknown(one: Checked, kind: AskedKind): boolean {
  switch (kind) {
    case 'lot':
      return !one.hasLot
    case 'cartridge':
      return !one.hasCartridge
    case 'device':
      return !one.hasDevice
    case 'room':
      return !one.hasRoom
    // Not every treatment has a spin: one of which nothing was written down may have had one.
    case 'spin':
    case 'patient':
      return !one.hasLot && !one.hasDevice && !one.hasRoom && !one.hasSpin
    case 'operator':
      return false
  }
}
