import { verdictWords } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { readProfile } from '#features/clinics/index.server.ts'
import { addDays, localTime } from '#platform/languages/dates.ts'
import { type BookingDraft, screeningOf } from './booking-draft.ts'
import { findFreeStarts } from './find-free-starts.server.ts'
import { findHold } from './find-hold.server.ts'
import { firstDayOf, gate, type JudgedScreening, judgeScreening } from './judge-screening.server.ts'
import { listServices } from './list-services.server.ts'
import { nameStart, startOf } from './name-start.ts'
import { limitsOf, type PickerAsk } from './picker-view.ts'
import type { InvalidScreening } from './refusals.ts'
import { searchPicker } from './search-picker.server.ts'
import type { Service } from './service.ts'
import type { OfferedStart } from './start.ts'
import type { TimeStep } from './time-step.ts'
import { viewVerdict } from './verdict-view.ts'

/** No date that may be asked for lies after it. */
const farOn = '9999-12-31'

/** Judges the answers again and finds what they leave to choose from; stores nothing. */
export async function readTimeStep(
  caller: Caller,
  draft: BookingDraft,
  ask: PickerAsk,
): Promise<TimeStep | InvalidScreening> {
  const judged = await judgeScreening(caller, screeningOf(draft))
  if ('refusal' in judged) return judged
  const services = await listAllowed(caller, judged)
  const service = services.find(({ serviceId }) => serviceId === draft.serviceId) ?? preferred(services)
  const verdict = viewVerdict(verdictWords(judged.verdict, caller.language), judged.verdict.kind)
  if (!service) return { verdict, offer: undefined }
  return { verdict, offer: await readOffer(caller, { draft, ask, judged, services, service }) }
}

/** The services of which at least one day may be booked under these answers. */
async function listAllowed(caller: Caller, judged: JudgedScreening): Promise<Service[]> {
  const services = await listServices(caller)
  return services.filter(({ kind }) => gate(judged, { kind, startOn: farOn }) === true)
}

/** What most people come for: the first treatment, or the first consultation where no treatment may be booked. */
function preferred(services: readonly Service[]): Service | undefined {
  return services.find(({ kind }) => kind === 'treatment') ?? services[0]
}

async function readOffer(
  caller: Caller,
  wish: { draft: BookingDraft; ask: PickerAsk; judged: JudgedScreening; services: Service[]; service: Service },
): Promise<TimeStep['offer']> {
  const { draft, ask, judged, services, service } = wish
  const { clinic, nowAt, language, house } = caller
  const { serviceId } = service
  const profile = await readProfile(house, clinic)
  const asked = service.practitioners.find(({ practitionerId }) => practitionerId === draft.practitionerId)
  const practitionerId = asked?.practitionerId
  const todayOn = localTime(nowAt, clinic.timeZone).on
  const limits = limitsOf(todayOn, profile.horizonDays, firstDayOf(judged.verdict, service.kind))
  const search = async (fromOn: string, toOn: string) => {
    const found = await findFreeStarts(caller, { serviceId, fromOn, toOn, practitionerId })
    if ('refusal' in found) throw new Error(`step 3 searched what cannot be: ${found.refusal}`)
    return found.days
  }
  const findStart = async (startAt: number) => {
    const { on } = localTime(startAt, clinic.timeZone)
    if (on < limits.firstOn || on > limits.lastOn) return undefined
    return (await search(on, on))[0]?.starts.find((start) => start.startAt === startAt)
  }
  const held = await findHeldStart(caller, draft, serviceId)
  const free = draft.startAt === undefined ? undefined : (held ?? (await findStart(draft.startAt)))
  const lost = free ? draft.lost : (draft.lost ?? lostMeanwhile(draft, service, limits.firstOn, clinic.timeZone))
  const lostAgain = lost && (await findStart(lost.startAt))
  const chosen = free ?? lostAgain
  const lostStart = lost && !lostAgain && lost.why !== 'notOffered' ? startOf(lost.startAt, clinic.timeZone) : undefined
  const startOn = lostStart?.date ?? beginOf(chosen, limits.firstOn)
  const picker = await searchPicker(
    search,
    { ask, limits, startOn },
    {
      language,
      openWeekdays: profile.opening.map(({ weekday }) => weekday),
      noticeMinutes: profile.noticeMinutes,
      practitionerAsked: practitionerId !== undefined,
      chosen,
      lost: lostStart,
    },
  )
  return {
    services,
    service,
    practitionerId,
    picker,
    chosen: chosen && nameStart(chosen, language),
    lost: lost && {
      ...nameStart(lostAgain ?? startOf(lost.startAt, clinic.timeZone), language),
      why: lost.why,
      isFreeAgain: lostAgain !== undefined,
    },
  }
}

/** A start chosen of this very list a while ago that is free no more. One chosen under other answers is only forgotten. */
function lostMeanwhile(
  { startAt, serviceId }: BookingDraft,
  service: Service,
  firstOn: string,
  timeZone: string,
): BookingDraft['lost'] {
  if (startAt === undefined || serviceId !== service.serviceId) return undefined
  return localTime(startAt, timeZone).on < firstOn ? undefined : { startAt, why: 'taken' }
}

/** A list begins where it makes sense: at the first day, or at the day already chosen when that is far. */
function beginOf(chosen: OfferedStart | undefined, firstOn: string): string {
  return chosen && chosen.date > addDays(firstOn, 13) ? chosen.date : firstOn
}

async function findHeldStart(
  caller: Caller,
  { holdId, startAt }: BookingDraft,
  serviceId: string,
): Promise<OfferedStart | undefined> {
  const held = holdId === undefined ? undefined : await findHold(caller, holdId)
  if (held?.state !== 'held' || held.startAt !== startAt || held.serviceId !== serviceId) return undefined
  return { ...startOf(startAt, caller.clinic.timeZone), practitionerName: held.practitionerName }
}
