import type { Clinic } from '#platform/house/house.queries.server.ts'
import type { House } from '#platform/house/house.server.ts'
import type { Language } from '#platform/languages/languages.ts'

export type Role = 'owner' | 'practitioner' | 'assistant' | 'frontDesk'

/** Who asks. `nobody` is a visitor without a sign-in; `system` is a job of our own. */
export type Actor =
  | { kind: 'nobody' }
  | { kind: 'patient'; patientId: string; name: string }
  | {
      kind: 'member'
      memberId: string
      userId: string
      name: string
      roles: readonly Role[]
      doctor: boolean
      resourceId: string | undefined
    }
  | { kind: 'system'; task: string }

/** Everything a use case may know of the request: every use case takes the caller first. */
export type Caller = {
  house: House
  clinic: Clinic
  actor: Actor
  language: Language
  /** Epoch ms by which rules judge; a demo's clock may have been moved. */
  nowAt: number
}
