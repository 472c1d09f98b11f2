import {
  currentStep,
  getNumbingProduct,
  numbingProductIds,
  planText,
  type TreatmentState,
  type TreatmentStep,
  treatmentSteps,
  whyNotNow,
} from '@pointille/protocol'
import type { Language } from '#platform/languages/languages.ts'
import { describeEvent } from '../describe-event.ts'
import { eventName } from '../event-names.ts'
import type { ExaminationDraft } from '../examination/draft.ts'
import { draftOf, emptyDraft } from '../examination/read-form.ts'
import { fourGroups } from '../fingerprint.ts'
import { localDate, wallClock } from '../runner/clock.ts'
import type { PatientFacts, RecordedEvent, TreatmentView } from '../treatment-view.ts'
import { groupEvents } from './group-events.ts'

/** One line of the record: what was done, when, by whom, and the fingerprint up to there. Passes of a round are one line. */
export type EventLine = {
  seq: number
  lastSeq: number
  at: string
  time: string
  name: string
  text: string
  byName: string
  hash: string
}

export type Amendment = { seq: number; correctsSeq: number; on: string; time: string; byName: string; note: string }

/** A treatment's page, ready to be shown: the words of the record are made on the server, so that the page stays light. */
export type OverviewView = {
  patient: PatientFacts
  openedOn: string
  step: TreatmentStep | 'sealed'
  /** Steps done, of twelve. */
  stepsDone: number
  state: TreatmentState
  may: { examine: boolean; amend: boolean; changePlan: boolean }
  plan: { sentences: string[]; fingerprint: string } | undefined
  signed: { on: string; time: string; version: number } | undefined
  draft: ExaminationDraft
  numbingChoices: { value: string; label: string }[]
  sealed: { on: string; time: string } | undefined
  head: string | undefined
  eventCount: number
  lines: EventLine[]
  amendments: Amendment[]
  timeZone: string
}

export function viewOverview(view: TreatmentView, language: Language): OverviewView {
  const { state, timeZone, me } = view
  const { examination, consent } = state
  const step = currentStep(state)
  const signed = consent && view.events.findLast(({ event }) => event.kind === 'consentSigned')?.event
  const sealed = view.sealedAt
  return {
    patient: view.patient,
    openedOn: localDate(view.openedAt, timeZone),
    step,
    stepsDone: step === 'sealed' ? treatmentSteps.length : treatmentSteps.indexOf(step),
    state,
    may: {
      examine: me.mayExamine,
      amend: me.maySeal,
      changePlan: me.mayExamine && examination !== undefined && whyNotNow(state, 'examined') === undefined,
    },
    plan: examination && {
      sentences: planText(examination.plan, language),
      fingerprint: fourGroups(examination.planHash),
    },
    signed: signed && {
      on: localDate(signed.at, timeZone),
      time: wallClock(signed.at, timeZone),
      version: consent.textVersion,
    },
    draft: examination ? draftOf(examination.plan, examination.phototype) : emptyDraft(),
    numbingChoices: numbingProductIds.map((id) => ({ value: id, label: getNumbingProduct(id).name[language] })),
    sealed: sealed === undefined ? undefined : { on: localDate(sealed, timeZone), time: wallClock(sealed, timeZone) },
    head: view.head,
    eventCount: view.events.length,
    lines:
      sealed === undefined
        ? []
        : groupEvents(view.events).map(({ first, last }) => lineOf(first, last, language, timeZone)),
    amendments: view.events.flatMap(({ seq, event, byName }) =>
      event.kind === 'amended'
        ? [
            {
              seq,
              correctsSeq: event.correctsSeq,
              on: localDate(event.at, timeZone),
              time: wallClock(event.at, timeZone),
              byName,
              note: event.note,
            },
          ]
        : [],
    ),
    timeZone,
  }
}

function lineOf(first: RecordedEvent, last: RecordedEvent, language: Language, timeZone: string): EventLine {
  const { event } = first
  return {
    seq: first.seq,
    lastSeq: last.seq,
    at: event.at,
    time: wallClock(event.at, timeZone),
    name: eventName(event.kind, language),
    text: describeEvent(event, language, timeZone),
    byName: first.byName,
    hash: last.hash.slice(0, 8),
  }
}
