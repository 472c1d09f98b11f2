import type { Caller } from '#features/access/index.server.ts'
import { readSite } from '../read-site.server.ts'
import type { Exploration } from './explore.ts'
import { exploreKept } from './explore-kept.ts'
import { type ExploredTreatment, readTreatment } from './explored-treatment.ts'

/** The treatment that a reader of the healing page asks for, within what this clinic's country allows, and what follows it. */
export async function readExploration(
  caller: Caller,
  asked: URLSearchParams,
): Promise<{ treatment: ExploredTreatment; exploration: Exploration }> {
  const { prp } = await readSite(caller)
  const treatment = readTreatment(asked, prp === 'allowed')
  return { treatment, exploration: exploreKept(treatment) }
}
