import { getZone, type Language, millimetres, type NeedlingDevice, type TreatmentEvent } from '@pointille/protocol'

/** What a patient or a colleague wants to know of a treatment at a glance. */
export type TreatmentFacts = {
  /** 'Joue gauche 1,50 mm', 'joue droite 1,50 mm': parts of one sentence. */
  zones: string[]
  devices: NeedlingDevice[]
  lots: string[]
  byName: string | undefined
  /** Epoch ms from which vitamin A, acids and vitamin C may come back; undefined when nobody planned it. */
  activesSafeFromAt: number | undefined
}

/** Sums up the events of one treatment, in their order: a later plan replaces an earlier one. */
export function factsOf(
  events: readonly { event: TreatmentEvent; byName: string }[],
  language: Language,
): TreatmentFacts {
  const facts: TreatmentFacts = { zones: [], devices: [], lots: [], byName: undefined, activesSafeFromAt: undefined }
  const skipped = new Set(events.flatMap(({ event }) => (event.kind === 'zoneSkipped' ? event.zone : [])))
  for (const { event, byName } of events) {
    if (event.kind === 'examined') {
      const planned = event.plan.zones.filter(({ zone }) => !skipped.has(zone))
      facts.zones = planned.map(({ zone, depthMm }, i) => {
        const name = getZone(zone).name[language]
        return `${i === 0 ? name : name.toLocaleLowerCase(language)} ${millimetres(depthMm, language)}`
      })
      facts.devices = [...new Set(planned.map(({ device }) => device))]
      facts.byName = byName
    } else if (event.kind === 'cartridgeOpened') facts.lots.push(event.lot)
    else if (event.kind === 'creamPlanned') facts.activesSafeFromAt = Date.parse(event.activesSafeFromAt)
  }
  return facts
}
