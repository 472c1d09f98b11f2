/** How many people of a study had an event, as its row of the evidence tables counts them. */
export type EventCount = { readonly source: string; readonly affected: number; readonly people: number }
export type EventName = 'expected' | 'brownPatches' | 'infection' | 'tramTracks' | 'acneFlare'

/** The studies that print a count, fewest first. A test holds each against its row. */
export const eventCounts: Readonly<Record<EventName, readonly EventCount[]>> = {
  expected: [
    { source: 'AE26', affected: 35, people: 35 },
    { source: 'AE25', affected: 18, people: 18 },
  ],
  brownPatches: [
    { source: 'AE24', affected: 0, people: 60 },
    { source: 'AE33', affected: 0, people: 31 },
    { source: 'AE22', affected: 2, people: 30 },
    { source: 'AE31', affected: 5, people: 30 },
    { source: 'SD06', affected: 7, people: 32 },
  ],
  infection: [
    { source: 'AE05', affected: 0, people: 25 },
    { source: 'AE28', affected: 0, people: 10 },
    { source: 'SD06', affected: 1, people: 32 },
  ],
  tramTracks: [{ source: 'AE32', affected: 2, people: 30 }],
  acneFlare: [{ source: 'AE27', affected: 1, people: 10 }],
}
