import type { Caller } from '#features/access/index.server.ts'
import { readProfile } from '#features/clinics/index.server.ts'
import { readClockOffset } from '#platform/house/house.queries.server.ts'
import { localTime, longDate, patientTime } from '#platform/languages/dates.ts'
import type { Language } from '#platform/languages/languages.ts'
import { demoClinics } from './demo-clinics.ts'
import type { DemoFrame, DemoTour } from './demo-pages.ts'
import { demoPassword, listDemoSignIns } from './demo-sign-ins.ts'

/** @param asked where the reader asked for one: these addresses do not carry it, the browser's preference does */
export async function readDemoFrame(caller: Caller, asked: Language | undefined): Promise<DemoFrame> {
  const { house, clinic, nowAt } = caller
  const language = asked ?? caller.language
  const { city } = await readProfile(house, clinic)
  const offsetMs = await readClockOffset(house.db)
  const shown = localTime(nowAt, clinic.timeZone)
  const real = localTime(nowAt - offsetMs, clinic.timeZone)
  return {
    language,
    query: asked ? `?language=${asked}` : '',
    clinicName: clinic.name,
    city,
    clock: {
      date: longDate(shown.on, language),
      time: patientTime(shown.time, language),
      local: `${shown.on}T${shown.time}`,
      isReal: offsetMs === 0,
    },
    real: { date: longDate(real.on, language), time: patientTime(real.time, language) },
  }
}

/** The demo's clinics and who may sign in there. @param origin the one that the request was sent to */
export function readDemoTour({ clinic: here }: Caller, origin: string): DemoTour {
  const signIns = listDemoSignIns()
  const clinics = demoClinics.map(({ slug, name, profile, hosts, team }) => {
    const address = new URL(origin)
    address.hostname = hosts[0]!
    const isHere = slug === here.slug
    return {
      slug,
      name,
      city: profile.city,
      origin: isHere ? origin : address.origin,
      isHere,
      team: signIns
        .filter(({ clinic }) => clinic === slug)
        .map(({ role, email }) => ({ role, email, name: team.find(({ key }) => key === role)!.name })),
    }
  })
  return { clinics, password: demoPassword }
}
