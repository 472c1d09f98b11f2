import { type RequestEvent, redirect } from '@sveltejs/kit'
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks'
import { type Action, type Caller, doorOf, may } from '#features/access/index.server.ts'
import { findClinicByHost } from '#features/clinics/index.server.ts'
import {
  findActor,
  makeSignInLibrary,
  patientCookie,
  readDoorstep,
  type SignInLibrary,
} from '#features/sign-in/index.server.ts'
import { readSettings } from '#platform/config/config.server.ts'
import { type House, openHouse } from '#platform/house/house.server.ts'
import { isCrossSiteForm } from '#platform/http/cross-site.server.ts'
import { makePageCache, type PageCache } from '#platform/http/page-cache.server.ts'
import { refuseRequest } from '#platform/http/refuse-request.server.ts'
import type { Place, Shelf } from '#platform/http/shelf.server.ts'
import { isLanguage, type Language, preferredLanguage } from '#platform/languages/languages.ts'
import { pathTo } from '#routes.ts'

/** What anybody may read and keep. Everything else is not stored on the way. */
const publicActions: ReadonlySet<Action> = new Set(['readSite'])
/** What a search engine may find: the public pages, and the door to book. */
const findableActions: ReadonlySet<Action> = new Set(['readSite', 'book'])
/** What the API tells everyone alike, and is asked for all day. */
const openReadings: ReadonlySet<string> = new Set([
  '/api/v1/clinics',
  '/api/v1/clinics/[slug]/services',
  '/api/v1/clinics/[slug]/free-starts',
])

let house: House
let library: SignInLibrary
let pages: PageCache
let shelfThatListens: Shelf | undefined

export const init: ServerInit = async () => {
  house = await openHouse(readSettings(process.env))
  library = makeSignInLibrary(house)
  pages = makePageCache(house.cache)
}

/** Who asks, which clinic, which language; then the door: whatever is not granted is refused here, before any route runs. */
export const handle: Handle = async ({ event, resolve }) => {
  const language = languageOf(event.url, event.request)
  if (isCrossSiteForm(event.request, event.url)) return refuseRequest(event.request, 403, 'PT-403-ORIGIN', language)
  // Software that got an address of the API wrong is told so in its own language, JSON.
  if (event.route.id === null && event.url.pathname.startsWith('/api/'))
    return isReadable(event.url.pathname)
      ? refuseRequest(event.request, 404, 'PT-404-PATH', language)
      : refuseRequest(event.request, 400, 'PT-400-REQUEST', language)
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
  if (event.route.id !== null && (!action || !may(actor, action, { isDemo: house.isDemo })))
    return refuseAtDoor(event, caller, action !== undefined)

  const isPublic = actor.kind === 'nobody' && action !== undefined && publicActions.has(action)
  const send = async () => {
    const response = await resolve(event, {
      // Of the fonts only the one that text is read in; the others come with the styles.
      preload: ({ type, path }) => (type === 'font' ? path.includes('hyperlegible-next') : type !== 'asset'),
      transformPageChunk: ({ html }) => html.replace('%language%', language).replace('%theme%', ''),
    })
    response.headers.set('x-content-type-options', 'nosniff')
    response.headers.set('referrer-policy', 'same-origin')
    if (!isPublic) response.headers.set('cache-control', 'no-store')
    if (!isPublic && !(action && actor.kind === 'nobody' && findableActions.has(action)))
      response.headers.set('x-robots-tag', 'noindex')
    return response
  }
  const isPage = isPublic && isPlainPage(event.request, event.url)
  const lay = isPage || openReadings.has(event.route.id ?? '') ? placeFor(event) : undefined
  const response = isPage
    ? await pages(clinic.clinicId, event.url.origin + event.url.pathname, event.request.headers, send)
    : await send()
  return lay ? lay(response) : response
}

/** Where this answer may lie in front of the application (main.ts hands the shelf over with the request). */
function placeFor({ platform }: RequestEvent): Place | undefined {
  if (!platform?.req.shelf) return undefined
  const { shelf } = platform.req
  if (shelf !== shelfThatListens) {
    shelfThatListens = shelf
    house.cache.onClear(() => shelf.clear())
  }
  return shelf.place(platform.req)
}

/** A bug is logged with its route and never with what the patient wrote; the reader gets a code and the way out. */
export const handleError: HandleServerError = async (caught) => {
  const { event } = caught
  const said = describeError(caught)
  // Before a clinic was found there is nobody to call.
  const caller: Caller | undefined = event.locals.caller
  const doorstep = caller && (await readDoorstep(caller, event.url).catch(() => undefined))
  return doorstep ? { ...said, doorstep } : said
}

function describeError({ kind, error, event }: Parameters<HandleServerError>[0]): { message: string; code: string } {
  if (kind === 'app') return { ...error, code: error.code ?? codeOf(error.status) }
  if (kind === 'framework' && error.status < 500) return { message: error.message, code: codeOf(error.status) }
  const cause = error instanceof Error ? error.stack : JSON.stringify(error)
  console.error(JSON.stringify({ at: new Date().toISOString(), route: event.route.id, error: cause }))
  return { message: 'Internal error', code: 'PT-500-SERVER' }
}

function codeOf(status: number): string {
  return status === 404 ? 'PT-404-PAGE' : status === 403 ? 'PT-403-DOOR' : `PT-${status}-REQUEST`
}

/**
 * Nobody who reads a page is led to the sign-in that opens it, a patient's or the team's; everything else is refused:
 * what software asked for and what a form sent (401: sign in; 403: your role does not), and doors that nobody listed (404).
 */
async function refuseAtDoor(event: RequestEvent, caller: Caller, isDoor: boolean): Promise<Response> {
  const { actor, language } = caller
  const { request, route, url } = event
  if (!isDoor) return refuseRequest(request, 404, 'PT-404-PAGE', language)
  if (actor.kind !== 'nobody') {
    const { clinicName, phone } = await readDoorstep(caller, url)
    return refuseRequest(request, 403, 'PT-403-DOOR', language, { clinicName, phone })
  }
  const isPatients = route.id?.startsWith('/[language=language]/my') ?? false
  const signIn = isPatients
    ? pathTo(language, 'myLink')
    : `${pathTo(language, 'signIn')}?to=${encodeURIComponent(url.pathname + url.search)}`
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (isRead && isLanguage(url.pathname.split('/')[1])) redirect(303, signIn)
  return refuseRequest(request, 401, 'PT-401-DOOR', language, { signIn })
}

/** Whether the percent signs of a path say something. */
function isReadable(pathname: string): boolean {
  try {
    decodeURI(pathname)
    return true
  } catch {
    return false
  }
}

/** A page that is the same for everyone who reads that language. */
function isPlainPage(request: Request, url: URL): boolean {
  return request.method === 'GET' && url.search === '' && isLanguage(url.pathname.split('/')[1])
}

function languageOf(url: URL, request: Request): Language {
  const first = url.pathname.split('/')[1]
  return isLanguage(first) ? first : preferredLanguage(request.headers.get('accept-language'))
}
