import { createServer } from 'node:net'

/** Whether something can listen there now. */
export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** The first free port from `first` upwards; 0 when none of the next hundred is. */
export async function findFreePort(first: number, host: string): Promise<number> {
  for (let port = first; port < first + 100 && port < 65_536; port += 1) {
    if (await isFree(port, host)) return port
  }
  return 0
}
