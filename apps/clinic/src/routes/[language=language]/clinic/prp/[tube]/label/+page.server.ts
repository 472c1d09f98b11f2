import { error } from '@sveltejs/kit'
import { drawLabelSymbol, readTubePage } from '#features/prp/index.server.ts'
import { isNotAllowed } from '#features/records/index.server.ts'
import { pathTo } from '#routes.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { caller } = locals
  const view = await readTubePage(caller, params.tube)
  // A tube that has left the bench, or was stopped, has no label to print.
  if (view === undefined || ('status' in view && ['stopped', 'discarded', 'closed', 'applied'].includes(view.status)))
    error(404, { message: 'Not found', code: 'PT-404-TUBE' })
  if (isNotAllowed(view)) error(403, { message: 'Not allowed', code: 'PT-403-RECORD' })
  const code = view.syringeLabel ?? view.label
  return {
    language: caller.language,
    code,
    symbol: drawLabelSymbol(code),
    person: view.donor,
    drawnTime: view.drawnTime,
    back: pathTo(caller.language, 'clinicPrpTube', params),
  }
}
