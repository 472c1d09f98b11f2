import type { Actor } from '#features/access/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { type Clinic, findToken } from '#platform/house/house.queries.server.ts'
import type { House } from '#platform/house/house.server.ts'
import { tokenHash } from '#platform/http/sealed.server.ts'
import type { SignInLibrary } from './library.server.ts'
import { findMember, findPatientName } from './team.queries.server.ts'

const nobody: Actor = { kind: 'nobody' }

/**
 * Who a request comes from: a member of this clinic's team by the sign-in library's cookie, a patient of this clinic by
 * their link's cookie, else nobody. A member of another clinic's team is nobody here.
 */
export async function findActor(
  house: House,
  clinic: Clinic,
  library: SignInLibrary,
  request: { headers: Headers; patientToken: string | undefined },
): Promise<Actor> {
  if (request.headers.get('cookie')?.includes('pointille.session_token')) {
    const signIn = await library.api.getSession({ headers: request.headers })
    if (signIn) {
      const member = await inClinic(house.db, clinic.clinicId, (tx) => findMember(tx, clinic.clinicId, signIn.user.id))
      if (member) {
        return {
          kind: 'member',
          memberId: member.memberId,
          userId: signIn.user.id,
          name: member.displayName,
          roles: member.roles,
          doctor: member.doctor,
          resourceId: member.resourceId ?? undefined,
        }
      }
    }
  }
  if (request.patientToken) {
    const door = await findToken(house.db, tokenHash(request.patientToken), 'patientSignIn', house.now())
    if (door?.clinicId === clinic.clinicId) {
      const name = await inClinic(house.db, clinic.clinicId, (tx) =>
        findPatientName(tx, clinic.clinicId, door.subjectId),
      )
      if (name) return { kind: 'patient', patientId: door.subjectId, name }
    }
  }
  return nobody
}
