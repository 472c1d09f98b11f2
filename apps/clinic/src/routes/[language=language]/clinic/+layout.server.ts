import { may } from '#features/access/index.server.ts'
import { readRedFlagCount } from '#features/check-ins/index.server.ts'
import { clockTime } from '#features/day/index.ts'
import { countUnaccounted } from '#features/prp/index.server.ts'
import { localTime } from '#platform/languages/dates.ts'
import type { LayoutServerLoad } from './$types'

/** What every page of the team shows: who is signed in, and how many red flags wait. */
export const load: LayoutServerLoad = async ({ locals, depends }) => {
  depends('clinic:changes')
  const { caller } = locals
  const { clinic, actor, language, nowAt } = caller
  return {
    language,
    clinicName: clinic.name,
    memberName: actor.kind === 'member' ? actor.name : '',
    todayOn: localTime(nowAt, clinic.timeZone).on,
    readAtTime: clockTime(nowAt, clinic.timeZone),
    redFlags: await readRedFlagCount(caller),
    openTubes: may(actor, 'handlePlasma') ? await countUnaccounted(caller) : undefined,
  }
}
