import { type Clinic, findClinicIdByHost, listClinics } from '#platform/house/house.queries.server.ts'
import type { House } from '#platform/house/house.server.ts'

const maxAgeMs = 5_000
/** The cache is kept by clinic; what belongs to no clinic is kept under this name and cleared with the whole. */
const wholeHouse = 'house'

/** Every clinic of the house, oldest first. */
export function readClinics(house: House): Promise<Clinic[]> {
  return house.cache.get(wholeHouse, 'clinics', maxAgeMs, () => listClinics(house.db))
}

/** The clinic that answers to a host name; an unknown host gets the default one; undefined only in an empty house. */
export async function findClinicByHost(house: House, host: string): Promise<Clinic | undefined> {
  const clinics = await readClinics(house)
  const name = host.replace(/:\d+$/, '').toLowerCase()
  const id = await house.cache.get(wholeHouse, `host ${name}`, maxAgeMs, () => findClinicIdByHost(house.db, name))
  return clinics.find((clinic) => clinic.clinicId === id) ?? clinics.find((clinic) => clinic.isDefault) ?? clinics[0]
}

/** The clinic of a slug, or undefined. */
export async function findClinicBySlug(house: House, slug: string): Promise<Clinic | undefined> {
  return (await readClinics(house)).find((clinic) => clinic.slug === slug)
}

/** The clinic of an id that a token named, or undefined when it closed since. */
export async function findClinicById(house: House, clinicId: string): Promise<Clinic | undefined> {
  return (await readClinics(house)).find((clinic) => clinic.clinicId === clinicId)
}
