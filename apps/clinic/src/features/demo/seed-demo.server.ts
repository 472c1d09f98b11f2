import { hashPassword } from 'better-auth/crypto'
import { openOwnerDatabase } from '#platform/database/database.server.ts'
import { readIsDemo } from '#platform/house/house.queries.server.ts'
import { demoClinics } from './demo-clinics.ts'
import { type DemoSignIn, demoPassword, listDemoSignIns } from './demo-sign-ins.ts'
import { tellDemoBe } from './history/tell-demo-be.ts'
import { tellDemoFr } from './history/tell-demo-fr.ts'
import { declareDemo, hasClinics, seedClinic } from './seed-clinics.queries.server.ts'

const tellers = { BE: tellDemoBe, FR: tellDemoFr } as const

/** Seeds the demo clinics where `demo` is asked for and the house is empty; says which demo sign-ins work here. */
export async function seedDemo(
  databaseUrl: string,
  { demo, nowAt }: { demo: boolean; nowAt: number },
): Promise<{ seeded: boolean; signIns: DemoSignIn[] }> {
  const owner = openOwnerDatabase(databaseUrl)
  try {
    const empty = !(await hasClinics(owner))
    if (empty && demo) {
      await declareDemo(owner)
      const passwordHash = await hashPassword(demoPassword)
      for (const clinic of demoClinics) {
        const tell = tellers[clinic.profile.country]
        await seedClinic(owner, clinic, { passwordHash, openedAt: nowAt, tell: (ids) => tell({ clinic, ids, nowAt }) })
      }
    }
    return { seeded: empty && demo, signIns: demo && (await readIsDemo(owner)) ? listDemoSignIns() : [] }
  } finally {
    await owner.destroy()
  }
}
