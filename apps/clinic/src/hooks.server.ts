import { redirect } from '@sveltejs/kit'
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks'
import { type Caller, doorOf, may } from '#features/access/index.server.ts'
import { findClinicByHost } from '#features/clinics/index.server.ts'
import { findActor, makeSignInLibrary, patientCookie, type SignInLibrary } from '#features/sign-in/index.server.ts'
import { readSettings } from '#platform/config/config.server.ts'
import { type House, openHouse } from '#platform/house/house.server.ts'
import { isCrossSiteForm } from '#platform/http/cross-site.server.ts'
import { refuseRequest } from '#platform/http/refuse-request.server.ts'
import { isLanguage, type Language, preferredLanguage } from '#platform/languages/languages.ts'
import { pathTo } from '#routes.ts'

let house: House
let library: SignInLibrary

export const init: ServerInit = async () => {
  house = await openHouse(readSettings(process.env))
  library = makeSignInLibrary(house)
}

/** Who asks, which clinic, which language; then the door: whatever is not granted is refused here, before any route runs. */
export const handle: Handle = async ({ event, resolve }) => {
  const language = languageOf(event.url, event.request)
  if (isCrossSiteForm(event.request, event.url)) return refuseRequest(event.request, 403, 'PT-403-ORIGIN', language)
  const clinic = await findClinicByHost(house, event.url.host)
  if (!clinic) return refuseRequest(event.request, 503, 'PT-503-EMPTY', language)

  const actor = await findActor(house, clinic, library, {
    headers: event.request.headers,
    patientToken: event.cookies.get(patientCookie),
  })
  const caller: Caller = { house, clinic, actor, language, nowAt: house.now() }
  event.locals.caller = caller
  event.locals.library = library

  const action = doorOf(event.route.id)
  if (event.route.id !== null && (!action || !may(actor, action, { isDemo: house.isDemo }))) {
    const isPage = isLanguage(event.url.pathname.split('/')[1]) && event.request.method === 'GET'
    if (action && isPage && actor.kind === 'nobody')
      redirect(303, signInPath(language, event.url.pathname, event.route.id))
    return refuseRequest(
      event.request,
      action ? (actor.kind === 'nobody' ? 401 : 403) : 404,
      action ? 'PT-403-DOOR' : 'PT-404-PAGE',
      language,
    )
  }

  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%language%', language).replace('%theme%', ''),
  })
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'same-origin')
  if (actor.kind !== 'nobody') {
    response.headers.set('cache-control', 'no-store')
    response.headers.set('x-robots-tag', 'noindex')
  }
  return response
}

/** A bug is logged with its route and never with what the patient wrote; the reader gets a code and the way out. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'app') return error
  if (kind === 'framework' && error.status < 500)
    return { message: error.message, code: error.status === 404 ? 'PT-404-PAGE' : `PT-${error.status}-REQUEST` }
  const cause = error instanceof Error ? error.stack : JSON.stringify(error)
  console.error(JSON.stringify({ at: new Date().toISOString(), route: event.route.id, error: cause }))
  return { message: 'Internal error', code: 'PT-500-SERVER' }
}

function languageOf(url: URL, request: Request): Language {
  const first = url.pathname.split('/')[1]
  return isLanguage(first) ? first : preferredLanguage(request.headers.get('accept-language'))
}

function signInPath(language: Language, from: string, routeId: string): string {
  if (routeId.startsWith('/[language=language]/my')) return pathTo(language, 'myLink')
  return `${pathTo(language, 'signIn')}?to=${encodeURIComponent(from)}`
}
