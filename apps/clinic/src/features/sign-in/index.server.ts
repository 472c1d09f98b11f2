export { findActor } from './find-actor.server.ts'
export { makeSignInLibrary, type SignInLibrary } from './library.server.ts'
export { patientCookie, patientCookieSeconds } from './patient-cookie.ts'
