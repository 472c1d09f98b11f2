import type { Caller } from '#features/access/index.server.ts'
import type { Service } from './service.ts'

/** The clinic's services in its own order, named in the caller's language. */
export async function listServices(_caller: Caller): Promise<Service[]> {
  throw new Error('not built yet')
}
