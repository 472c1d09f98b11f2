import { readSite } from '#features/site/index.server.ts'
import { findAddress } from '#features/site/index.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals, url }) => ({
  site: await readSite(locals.caller),
  path: url.pathname,
  address: findAddress(url),
})
