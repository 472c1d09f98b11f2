import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals, url }) => {
  const { clinic, actor, language } = locals.caller
  return { language, clinicName: clinic.name, pathname: url.pathname, isSignedIn: actor.kind === 'patient' }
}
