export { findClinicByHost, findClinicById, findClinicBySlug, readClinics } from './find-clinic.server.ts'
export { getProfile, listOpening, type Profile } from './profile.queries.server.ts'
export { readHealth } from './read-health.server.ts'
export { type PublicProfile, readProfile } from './read-profile.server.ts'
