import {
  applyEvent,
  type EventKind,
  type EventPayloads,
  replay,
  type TreatmentEvent,
  type TreatmentState,
} from '@pointille/protocol'
import type { EventAnswer, EventRefusal } from '../answers.ts'
import type { TreatmentView } from '../treatment-view.ts'

/** An event that the server did not take, and why. */
export type Setback = { event: TreatmentEvent; refusal: EventRefusal }
/** What a device may say: everything of an event but who, when and which. */
export type Step = { [K in EventKind]: { kind: K } & EventPayloads[K] }[EventKind]

/** These are shown as done only when the server says so: a used cartridge or a seal must not be believed too early. */
const askedFirst: readonly EventKind[] = ['cartridgeOpened', 'sealed']
const longestRetryMs = 8_000

/**
 * The treatment on this device: what is recorded, what waits to be sent, and the state that both make, by the same machine
 * as on the server. Events go out in order, one post at a time; a lost network only makes them wait.
 */
export class TreatmentLine {
  recorded: readonly TreatmentEvent[] = $state.raw([])
  waiting: readonly TreatmentEvent[] = $state.raw([])
  state: TreatmentState = $state.raw() as TreatmentState
  head: string | undefined = $state()
  setback: Setback | undefined = $state.raw()
  /** Why the last post was not taken at all, and since when (epoch ms). */
  trouble: { why: 'offline' | 'signedOut' | 'server'; since: number } | undefined = $state.raw()
  /** A step that only the server can confirm is on its way. */
  asking = $state(false)
  #aheadMs: number
  #posting = false
  #retryMs = 500
  readonly #view: TreatmentView
  readonly #url: string

  /** @param url where events are posted */
  constructor(view: TreatmentView, url: string) {
    this.#view = view
    this.#url = url
    this.#aheadMs = view.nowAt - Date.now()
    this.recorded = view.events.map(({ event }) => event)
    this.state = view.state
    this.head = view.head
  }

  /** Epoch ms by the server's clock, as far as this device knows it. */
  now(): number {
    return Date.now() + this.#aheadMs
  }

  /** Does a step: into the state at once, then to the server. A step that cannot come now changes nothing and is told. */
  record(step: Step): void {
    if (this.asking || this.setback) return
    const event = this.#write(step)
    const next = applyEvent(this.state, event)
    if ('refusal' in next) {
      this.setback = { event, refusal: next }
      return
    }
    if (askedFirst.includes(step.kind)) this.asking = true
    else this.state = next.state
    this.waiting = [...this.waiting, event]
    void this.#send()
  }

  /** After a refusal: forget what the server did not take, and go on from what it has. */
  resume(): void {
    this.setback = undefined
    this.#rebuild()
    void this.#send()
  }

  #write(step: Step): TreatmentEvent {
    const at = new Date(this.now()).toISOString()
    return { ...step, eventId: crypto.randomUUID(), at, by: this.#view.me.memberId } as TreatmentEvent
  }

  async #send(): Promise<void> {
    if (this.#posting || this.waiting.length === 0 || this.setback) return
    this.#posting = true
    const sent = this.waiting
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ events: sent }),
      })
      if (!response.ok) {
        this.#fail(response.status === 401 ? 'signedOut' : 'server')
        return
      }
      this.#take(
        sent,
        (await response.json()) as { answers: EventAnswer[]; head: string | undefined; serverAt: number },
      )
      this.trouble = undefined
      this.#retryMs = 500
    } catch {
      this.#fail('offline')
    } finally {
      this.#posting = false
      if (this.waiting.length > 0 && !this.setback)
        setTimeout(() => void this.#send(), this.trouble ? this.#retryMs : 0)
    }
  }

  #fail(why: 'offline' | 'signedOut' | 'server'): void {
    this.trouble = { why, since: this.trouble?.since ?? this.now() }
    this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2)
  }

  #take(
    sent: readonly TreatmentEvent[],
    reply: { answers: EventAnswer[]; head: string | undefined; serverAt: number },
  ): void {
    this.#aheadMs = reply.serverAt - Date.now()
    this.head = reply.head
    const taken = sent.filter((_, at) => reply.answers[at]?.acknowledged === true)
    this.recorded = [...this.recorded, ...taken]
    this.waiting = this.waiting.filter((event) => !sent.includes(event))
    const at = reply.answers.findIndex(({ acknowledged }) => !acknowledged)
    const refused = reply.answers[at]
    if (refused && !refused.acknowledged) this.setback = { event: sent[at]!, refusal: refused }
    if (this.asking || this.setback) this.#rebuild()
  }

  /** The state of what the server has, then of what it will probably take. */
  #rebuild(): void {
    this.asking = false
    const replayed = replay(this.recorded, this.#view.policy)
    let { state } = replayed
    if (this.setback) this.waiting = []
    for (const event of this.waiting) {
      const next = applyEvent(state, event)
      if ('state' in next) state = next.state
    }
    this.state = state
  }
}
