import {
  indications,
  isTreatableIndication,
  publishedDepth,
  type TreatableIndication,
  type ZoneId,
  zoneIds,
} from '@pointille/protocol'

/** The longest published needle for each zone and indication, mm; null where nobody printed one. */
export type PublishedDepths = Readonly<Record<TreatableIndication, Readonly<Record<ZoneId, number | null>>>>

/** All of them, for the planner: the tables behind stay on the server. */
export function listPublishedDepths(): PublishedDepths {
  const treatable = indications.filter(isTreatableIndication)
  const of = (indication: TreatableIndication) =>
    Object.fromEntries(zoneIds.map((zone) => [zone, publishedDepth(zone, indication).highMm ?? null]))
  return Object.fromEntries(treatable.map((indication) => [indication, of(indication)])) as unknown as PublishedDepths
}
