import type { Caller } from '#features/access/index.server.ts'

/** So often something is said although nothing happened, so that nothing between here and the reader hangs up. */
const heartbeatMs = 25_000

/**
 * A stream of server-sent events that says `changed` whenever something of the caller's clinic changed, in any process. It
 * carries no data: whoever hears it reads again what they may read.
 */
export function hearChanges({ house, clinic }: Caller): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder()
  let hangUp = () => {}
  return new ReadableStream({
    start: (stream) => {
      const say = (text: string) => stream.enqueue(bytes.encode(text))
      const stop = house.onChanged((clinicId) => {
        if (clinicId === undefined || clinicId === clinic.clinicId) say('event: changed\ndata:\n\n')
      })
      const heartbeat = setInterval(() => say(':\n\n'), heartbeatMs)
      hangUp = () => {
        stop()
        clearInterval(heartbeat)
      }
      say('retry: 2000\n\n')
    },
    cancel: () => hangUp(),
  })
}
