import { getNumbingProduct, type NumbingProductId } from '@pointille/protocol'
import type { Progress } from './day.ts'

/** The kinds of events that tell how far a treatment has come. */
export const progressKinds = [
  'numbingStarted',
  'numbingSkipped',
  'numbingRemoved',
  'passAdded',
  'petrolatumApplied',
  'petrolatumSkipped',
  'stopped',
] as const

/** The last event of a kind: its place in the treatment and what it said. */
export type LastEvent = { kind: string; seq: number; body: unknown }

export type TreatmentProgress = {
  steps: { consent: Progress; numbing: Progress; needling: Progress }
  /** Cream that lies on the skin now (epoch ms); `okAt`, `stopAt` by its product. */
  cream: { appliedAt: number; okAt: number; stopAt: number } | undefined
}

/** How far a treatment has come, from the last event of each kind. */
export function progressOf(
  events: readonly LastEvent[],
  { isSealed, isConsented }: { isSealed: boolean; isConsented: boolean },
): TreatmentProgress {
  const last = (kind: (typeof progressKinds)[number]) => events.find((event) => event.kind === kind)
  const started = last('numbingStarted')
  const ended = Math.max(last('numbingRemoved')?.seq ?? 0, last('numbingSkipped')?.seq ?? 0)
  const isOver = isSealed || last('stopped') !== undefined
  const isOn = started !== undefined && started.seq > ended && !isOver
  const isDressed = last('petrolatumApplied') !== undefined || last('petrolatumSkipped') !== undefined
  return {
    steps: {
      consent: isConsented ? 'done' : 'ahead',
      numbing: isOn ? 'now' : started || ended > 0 ? 'done' : 'ahead',
      needling: isOver || isDressed ? 'done' : last('passAdded') ? 'now' : 'ahead',
    },
    cream: isOn ? creamOf(started.body) : undefined,
  }
}

function creamOf(body: unknown): TreatmentProgress['cream'] {
  // The event passed the protocol's own check before it was stored.
  const { appliedAt, product } = body as { appliedAt: string; product: NumbingProductId }
  const { okFromMinutes, stopFromMinutes } = getNumbingProduct(product)
  const at = Date.parse(appliedAt)
  return { appliedAt: at, okAt: at + okFromMinutes * 60_000, stopAt: at + stopFromMinutes * 60_000 }
}
