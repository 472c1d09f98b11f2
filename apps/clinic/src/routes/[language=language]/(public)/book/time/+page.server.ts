import { indicationNames } from '@pointille/protocol'
import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { findHold, readTimeStep, releaseHold, takeHoldOnce } from '#features/booking/index.server.ts'
import { type BookingDraft, countSituations, screeningOf } from '#features/booking/index.ts'
import { makeRateLimit } from '#platform/http/rate-limit.server.ts'
import { pathTo } from '#routes.ts'
import { askedDays, queryOf } from '../asked-days.ts'
import { readDraftAt, readVisitor, writeDraft } from '../draft.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Held times nobody confirms keep others away, so one address takes only so many. */
const holdLimit = makeRateLimit({ points: 30, seconds: 600 })

export const load: PageServerLoad = async (event) => {
  const { caller } = event.locals
  const draft = readDraftAt(event, 'bookTime')
  const ask = askedDays(event.url)
  // Whoever leafs on has read what was lost.
  const leafsOn = event.request.method === 'GET' && (ask.dayOn !== undefined || ask.fromOn !== undefined)
  const step = await readTimeStep(caller, leafsOn ? { ...draft, lost: undefined } : draft, ask)
  if ('refusal' in step) redirect(303, pathTo(caller.language, 'bookHealth'))
  return {
    step,
    query: queryOf(ask),
    kept: { need: indicationNames[caller.language][draft.indication!], situations: countSituations(draft) },
  }
}

export const actions: Actions = {
  filter: async (event) => {
    const draft = readDraftAt(event, 'bookTime')
    const form = await event.request.formData()
    const serviceId = textOf(form, 'service') ?? draft.serviceId
    // What was chosen was chosen of another list.
    const kept = { ...draft, startAt: undefined, lost: undefined }
    writeDraft(event, { ...kept, serviceId, practitionerId: textOf(form, 'practitioner') })
    redirect(303, pathTo(event.locals.caller.language, 'bookTime'))
  },

  choose: async (event) => {
    const draft = readDraftAt(event, 'bookTime')
    const form = await event.request.formData()
    const startAt = startOf(form)
    if (startAt === undefined) return fail(400, { fault: 'pickFirst' as const })
    writeDraft(event, { ...draft, startAt, serviceId: textOf(form, 'service') ?? draft.serviceId, lost: undefined })
    const query = queryOf(askedDays(event.url)).replace('&', '?')
    redirect(303, `${pathTo(event.locals.caller.language, 'bookTime')}${query}#choice`)
  },

  hold: async (event) => {
    const { caller } = event.locals
    const draft = readDraftAt(event, 'bookTime')
    const startAt = startOf(await event.request.formData())
    if (startAt === undefined) return fail(400, { fault: 'pickFirst' as const })
    const step = await readTimeStep(caller, { ...draft, startAt, lost: undefined }, askedDays(event.url))
    if ('refusal' in step || !step.offer) redirect(303, pathTo(caller.language, 'bookHealth'))
    const { serviceId } = step.offer.service
    const wish = { ...draft, startAt, serviceId, lost: undefined }
    if (!(await isHeldAlready(event, wish))) {
      const limit = await holdLimit.take(caller.house.settings, event.getClientAddress())
      if (!limit.allowed) return fail(429, { fault: 'tooMany' as const })
      const { practitionerId } = step.offer
      const request = { serviceId, startAt, practitionerId, screening: screeningOf(draft) }
      const hold = await takeHoldOnce(caller, request, readVisitor(event))
      if ('refusal' in hold) {
        const why = hold.refusal === 'SlotTaken' && hold.reason === 'Taken' ? 'taken' : 'notOffered'
        writeDraft(event, { ...wish, startAt: undefined, lost: { startAt, why } })
        return fail(409, { fault: undefined })
      }
      if (draft.holdId) await releaseHold(caller, draft.holdId)
      wish.holdId = hold.holdId
    }
    writeDraft(event, wish)
    redirect(303, pathTo(caller.language, 'bookDetails'))
  },
}

async function isHeldAlready({ locals }: RequestEvent, wish: BookingDraft): Promise<boolean> {
  const held = wish.holdId ? await findHold(locals.caller, wish.holdId) : undefined
  return held?.state === 'held' && held.startAt === wish.startAt && held.serviceId === wish.serviceId
}

function startOf(form: FormData): number | undefined {
  const startAt = Number(form.get('start') || Number.NaN)
  return Number.isSafeInteger(startAt) ? startAt : undefined
}

function textOf(form: FormData, name: string): string | undefined {
  const text = form.get(name)
  return typeof text === 'string' && text !== '' ? text : undefined
}
