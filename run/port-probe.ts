import { createServer } from 'node:net'

/** Why nothing can listen there now, as the system's error code; undefined when something can. */
export function findPortObstacle(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)))
  })
}

/** The first free port of the loopback from `first` upwards. */
export async function findFreePort(first: number): Promise<number> {
  for (let port = first; port < first + 100; port += 1) {
    if ((await findPortObstacle(port, '127.0.0.1')) === undefined) return port
  }
  throw new Error(`no port from ${first} to ${first + 99} is free`)
}
