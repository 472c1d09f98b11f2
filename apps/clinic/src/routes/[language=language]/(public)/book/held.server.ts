import { type RequestEvent, redirect } from '@sveltejs/kit'
import type { Caller } from '#features/access/index.server.ts'
import { findHold, listServices } from '#features/booking/index.server.ts'
import {
  type BookingDraft,
  type BookingStep,
  type HeldView,
  type HeldVisit,
  viewVisit,
} from '#features/booking/index.ts'
import { readProfile } from '#features/clinics/index.server.ts'
import { localTime, patientTime } from '#platform/languages/dates.ts'
import { pathTo } from '#routes.ts'
import { readDraft, readDraftAt, writeDraft } from './draft.server.ts'

/** The draft and its held time, or a redirect: to step 3 where it ended, to the last page where it is booked already. */
export async function readHeld(
  event: RequestEvent,
  step: BookingStep,
): Promise<{ draft: BookingDraft & { holdId: string }; held: HeldVisit }> {
  const { caller } = event.locals
  if (readDraft(event).done) redirect(303, pathTo(caller.language, 'bookDone'))
  const draft = readDraftAt(event, step)
  const held = await findHold(caller, draft.holdId!)
  if (!held || held.state === 'expired') return endHold(event, draft)
  return { draft: { ...draft, holdId: held.holdId }, held }
}

/** Back to step 3, which says that the ten minutes are over and whether the start is still free. */
export function endHold(event: RequestEvent, { holdId, startAt, ...draft }: BookingDraft): never {
  const lost = startAt === undefined ? undefined : ({ startAt, why: 'ended' } as const)
  writeDraft(event, { ...draft, lost })
  redirect(303, pathTo(event.locals.caller.language, 'bookTime'))
}

export async function viewHeld({ locals }: RequestEvent, held: HeldVisit): Promise<HeldView> {
  const { caller } = locals
  const { address, city } = await readProfile(caller.house, caller.clinic)
  const service = (await listServices(caller)).find(({ serviceId }) => serviceId === held.serviceId)
  const { time } = localTime(held.expiresAt, held.timeZone)
  return {
    visit: viewVisit(held, { address, service, language: caller.language }),
    leftMs: Math.max(0, held.expiresAt - caller.nowAt),
    untilTime: patientTime(time, caller.language),
    city,
    extended: held.extended,
  }
}

/** Until how many hours before the start cancelling costs nothing, and whether that is still to come. */
export async function readFreeCancel({ house, clinic, nowAt }: Caller, { startAt }: HeldVisit) {
  const { freeCancelHours } = await readProfile(house, clinic)
  return { freeCancelHours, isFree: nowAt <= startAt - freeCancelHours * 3_600_000 }
}
