import type { Config } from './config.ts'
import { LaunchFault } from './launch-fault.ts'
import { findPortObstacle } from './port-probe.ts'

/**
 * The port to serve on. A port that was asked for must be free; the default one gives way to the next free one. Asked before
 * anything is started, so that the answer comes at once.
 */
export async function settlePort({ host, port, portIsFixed }: Config): Promise<number> {
  for (let candidate = port; candidate < port + (portIsFixed ? 1 : 20); candidate += 1) {
    const obstacle = await findPortObstacle(candidate, host)
    if (!obstacle) return candidate
    if (obstacle === 'EADDRINUSE' && !portIsFixed) continue
    throw new LaunchFault(lineFor(obstacle, host, candidate))
  }
  throw new LaunchFault(`Ports ${port} to ${port + 19} are all taken: set PORT to a free one.`)
}

function lineFor(obstacle: string, host: string, port: number): string {
  if (obstacle === 'EADDRINUSE')
    return `PORT ${port} is taken by another program: stop that one, or set PORT to a free port.`
  if (obstacle === 'EACCES') return `PORT ${port} may not be used by this user: set PORT to 1024 or above.`
  return `HOST ${host} is not an address of this machine (${obstacle}): set HOST to 127.0.0.1, 0.0.0.0 or one that is.`
}
