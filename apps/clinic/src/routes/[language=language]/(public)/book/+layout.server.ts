import type { LayoutServerLoad } from './$types'

/** Answers stay out of every cache and every search engine; going back asks the house again. */
export const load: LayoutServerLoad = ({ setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
}
