import { readDemoFrame } from '#features/demo/index.server.ts'
import { isLanguage } from '#platform/languages/languages.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals, url }) => {
  const asked = url.searchParams.get('language') ?? undefined
  return {
    frame: await readDemoFrame(locals.caller, isLanguage(asked) ? asked : undefined),
    path: url.pathname.replace(/\/$/, ''),
  }
}
