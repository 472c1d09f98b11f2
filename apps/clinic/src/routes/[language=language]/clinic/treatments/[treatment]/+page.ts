import { loadSealedPage, loadUnderWayPage } from '#features/treatments/index.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ data }) => {
  const { chain, ...rest } = data
  return chain
    ? { ...rest, sealed: { chain, Page: await loadSealedPage() } }
    : { ...rest, underWay: { Page: await loadUnderWayPage() } }
}
