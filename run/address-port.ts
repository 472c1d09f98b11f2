import type { Config } from './config.ts'
import { LaunchFault } from './launch-fault.ts'
import { findPortObstacle } from './port-probe.ts'

const PORTS_TRIED = 20

/**
 * The port to serve on. A port that was asked for must be free; the default one gives way to the next free one. Asked before
 * anything is started, so that the answer comes at once.
 */
export async function settlePort({ host, port, portIsFixed }: Config, first = port): Promise<number> {
  const last = portIsFixed ? port : port + PORTS_TRIED - 1
  for (let candidate = first; candidate <= last; candidate += 1) {
    const obstacle = await findPortObstacle(candidate, host)
    if (!obstacle) return candidate
    if (obstacle !== 'EADDRINUSE' || portIsFixed) throw new LaunchFault(lineFor(obstacle, host, candidate))
  }
  throw new LaunchFault(`Ports ${port} to ${last} are all taken: set PORT to a free one.`)
}

/** Serves there, or, when another program came first since the port was settled, on the next port that will do. */
export async function serveOn<Served>(
  config: Config,
  settled: number,
  serve: (port: number) => Promise<Served>,
): Promise<Served> {
  for (let port = settled; ; port = await settlePort(config, config.portIsFixed ? port : port + 1)) {
    try {
      return await serve(port)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    }
  }
}

function lineFor(obstacle: string, host: string, port: number): string {
  if (obstacle === 'EADDRINUSE')
    return `PORT ${port} is taken by another program: stop that one, or set PORT to a free port.`
  if (obstacle === 'EACCES') return `PORT ${port} may not be used by this user: set PORT to 1024 or above.`
  return `HOST ${host} is not an address of this machine (${obstacle}): set HOST to 127.0.0.1, 0.0.0.0 or one that is.`
}
