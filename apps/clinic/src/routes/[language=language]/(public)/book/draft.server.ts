import { type RequestEvent, redirect } from '@sveltejs/kit'
import { type BookingDraft, type BookingStep, draftMaxAgeMs, missingStep, openDraft } from '#features/booking/index.ts'
import { seal, unseal } from '#platform/http/sealed.server.ts'
import { pathTo } from '#routes.ts'

const cookieName = 'pointille-booking'
const purpose = 'booking'

/** What this visitor has answered so far, from their own sealed cookie. */
export function readDraft({ cookies, locals }: RequestEvent): BookingDraft {
  const { house, nowAt } = locals.caller
  return openDraft(unseal(house.secret, purpose, cookies.get(cookieName)), nowAt)
}

/** The draft of a step, or a redirect to the first step that is still to be answered. */
export function readDraftAt(event: RequestEvent, step: BookingStep): BookingDraft {
  const draft = readDraft(event)
  const missing = missingStep(draft, step)
  if (missing) redirect(303, pathTo(event.locals.caller.language, missing))
  return draft
}

export function writeDraft({ cookies, locals, url }: RequestEvent, draft: BookingDraft): void {
  const { house, nowAt } = locals.caller
  cookies.set(cookieName, seal(house.secret, purpose, { ...draft, writtenAt: nowAt }), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: draftMaxAgeMs / 1000,
  })
}

/** Tells this visitor's browser, as it stands, from every other. */
export function readVisitor({ cookies }: RequestEvent): string {
  return cookies.get(cookieName) ?? ''
}
