import { demoClinics } from './demo-clinics.ts'

export type DemoSignIn = { clinic: string; role: string; email: string; password: string }

/** Known to everyone, on purpose, and only in a demo. */
export const demoPassword = 'pointille-demo'

/** Everyone who may sign in to the demo's clinics. */
export function listDemoSignIns(): DemoSignIn[] {
  return demoClinics.flatMap((clinic) =>
    clinic.team.map(({ key, email }) => ({ clinic: clinic.slug, role: key, email, password: demoPassword })),
  )
}
