import type { Caller } from '#features/access/index.server.ts'
import { readSite } from '#features/site/index.server.ts'
import type { Doorstep } from './doorstep.ts'

/** @param url the address as the reader sees it */
export async function readDoorstep(caller: Caller, url: URL): Promise<Doorstep> {
  const { phone } = await readSite(caller)
  return { language: caller.language, clinicName: caller.clinic.name, phone, path: url.pathname, search: url.search }
}
