import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What the launcher asks of the clinic; `apps/clinic/main.ts` exports it. */
export type ClinicProgram = typeof import('../apps/clinic/main.ts')

export type DemoSignIn = Awaited<ReturnType<ClinicProgram['prepareDatabase']>>['signIns'][number]

/** Loaded when it is needed, not before: a fault in the configuration is told without waiting for it. */
export async function loadClinic(clone: string): Promise<ClinicProgram> {
  return (await import(pathToFileURL(join(clone, 'apps/clinic/main.ts')).href)) as ClinicProgram
}
