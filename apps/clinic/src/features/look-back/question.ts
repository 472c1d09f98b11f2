import { addDays, isLocalDate } from '#platform/languages/dates.ts'
import { type AskedKind, isAskedKind } from './link-rules.ts'

/** What is asked: since when (local dates, both included), about what, and why. `source` of a patient is their id. */
export type Question = { kind: AskedKind; source: string; fromOn: string; toOn: string; reason: string }

/** The form as it was typed, to show it again. `source` of a patient is the file number. */
export type QuestionDraft = { kind: AskedKind; source: string; fromOn: string; toOn: string; reason: string }

export type QuestionFault =
  | 'SourceMissing'
  | 'SourceUnknown'
  | 'CartridgeIncomplete'
  | 'DateMissing'
  | 'DatesReversed'
  | 'WindowTooLong'
  | 'ReasonMissing'

/** The longest window, in days: a little more than the twenty years for which a record is kept would help nobody. */
export const longestDays = 366 * 5

export function readDraft(text: (name: string) => string): QuestionDraft {
  const kind = text('kind')
  return {
    kind: isAskedKind(kind) ? kind : 'lot',
    source: text('source').trim(),
    fromOn: text('fromOn').trim(),
    toOn: text('toOn').trim(),
    reason: text('reason').trim(),
  }
}

/** What is wrong with a question before anything is looked up, field by field. */
export function checkDraft({ kind, source, fromOn, toOn, reason }: QuestionDraft): QuestionFault[] {
  const faults: QuestionFault[] = []
  if (source === '') faults.push('SourceMissing')
  else if (kind === 'cartridge' && !/^[^/]+\/[^/]+$/.test(source)) faults.push('CartridgeIncomplete')
  if (!isLocalDate(fromOn) || !isLocalDate(toOn)) faults.push('DateMissing')
  else if (toOn < fromOn) faults.push('DatesReversed')
  else if (addDays(fromOn, longestDays) < toOn) faults.push('WindowTooLong')
  if (reason.length < 3 || reason.length > 500) faults.push('ReasonMissing')
  return faults
}

/** A lot or a cartridge as the record keeps it: no outer spaces, capitals. */
export function asKept(source: string): string {
  return source
    .split('/')
    .map((part) => part.trim().toUpperCase())
    .join('/')
}

/** Which field of the form a fault belongs to. */
export const fieldOf: Record<QuestionFault, 'source' | 'fromOn' | 'reason'> = {
  SourceMissing: 'source',
  SourceUnknown: 'source',
  CartridgeIncomplete: 'source',
  DateMissing: 'fromOn',
  DatesReversed: 'fromOn',
  WindowTooLong: 'fromOn',
  ReasonMissing: 'reason',
}
