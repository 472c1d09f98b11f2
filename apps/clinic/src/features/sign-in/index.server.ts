export { acceptOwnerInvitation, type InvitationRefused, readInvitation } from './accept-invitation.server.ts'
export {
  type AccountRefused,
  type AccountRequest,
  changePassword,
  confirmCode,
  readAccount,
  renewBackupCodes,
  shortestPassword,
  startCode,
  stopCode,
} from './account.server.ts'
export type { CookieToSet } from './cookies.server.ts'
export { enterOwnSpace, readPatientLink } from './enter-own-space.server.ts'
export { findActor } from './find-actor.server.ts'
export { inviteFirstOwner } from './invite-owner.server.ts'
export { issuePatientLink, patientLinkHours } from './issue-patient-link.server.ts'
export { makeSignInLibrary, type SignInLibrary } from './library.server.ts'
export { patientCookie, patientCookieSeconds } from './patient-cookie.ts'
export { readDoorstep } from './read-doorstep.server.ts'
export { sendPatientLink } from './send-patient-link.server.ts'
export { type SignInRefused, signInMember } from './sign-in-member.server.ts'
export { signOut } from './sign-out.server.ts'
export { type CodeRefused, verifyCode, waitsForCode } from './verify-code.server.ts'
export { wayBack } from './way-back.ts'
