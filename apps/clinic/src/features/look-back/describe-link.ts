import { localTime } from '#platform/languages/dates.ts'
import type { Answer } from './answer.ts'
import type { Exposure } from './exposure.ts'
import type { LookBackWords } from './words.ts'

/** How a treatment is linked, in words: the thing that was shared, or who was in the same room before or after. */
export function describeLink(exposure: Exposure, answer: Answer, words: LookBackWords): string {
  const { lookBack, named, places } = answer
  if (exposure.certainty === 'unknown') return words.missing
  const nameOf = (id: string) => named.find((one) => one.id === id)?.name ?? id
  if (exposure.order === 1 && exposure.certainty === 'direct' && lookBack.kind === 'lot') {
    const units = (places.get(exposure.treatmentId)?.cartridges ?? [])
      .filter((cartridge) => cartridge.startsWith(`${lookBack.source}/`))
      .map((cartridge) => cartridge.slice(lookBack.source.length + 1))
    if (units.length > 0) return words.cartridgeOfLot(units.join(', '))
  }
  const neighbour =
    exposure.order === 1 && exposure.certainty === 'indirect' ? findNeighbour(exposure, answer) : undefined
  if (neighbour) {
    const { time } = localTime(exposure.at, answer.timeZone)
    const name = answer.people.get(neighbour.patientId)!.familyName
    return neighbour.at <= exposure.at ? words.after(name, time) : words.before(name, time)
  }
  return exposure.links.map(({ kind, source }) => words.same[kind](nameOf(source))).join(', ')
}

/** The direct treatment of that room and day which is nearest in time, an earlier one first. */
function findNeighbour(exposure: Exposure, { exposures, places, timeZone }: Answer): Exposure | undefined {
  const rooms = exposure.links.filter(({ kind }) => kind === 'room').map(({ source }) => source)
  const { on } = localTime(exposure.at, timeZone)
  const near = exposures.filter(
    (other) =>
      other.order === 1 &&
      other.certainty === 'direct' &&
      localTime(other.at, timeZone).on === on &&
      places.get(other.treatmentId)?.rooms.some((room) => rooms.includes(room)),
  )
  const earlier = near.filter(({ at }) => at <= exposure.at)
  return earlier.at(-1) ?? near[0]
}
