import type { DemoSignIn } from './clinic-program.ts'

export interface Started {
  readonly address: string
  readonly signIns: readonly DemoSignIn[]
  /** Path or address by which the first owner signs in, once; absent when there is an owner. */
  readonly firstOwnerLink?: string | undefined
  /** The URL further processes use; undefined when it is one's own, which is not repeated. */
  readonly databaseUrl?: string | undefined
  /** Where the data are kept, when they are kept by us. */
  readonly place?: string | undefined
  readonly isOpenToOthers: boolean
}

const ROLES: Record<string, string> = {
  owner: 'owner',
  practitioner: 'practitioner',
  assistant: 'assistant',
  frontDesk: 'front desk',
  patient: 'patient',
}

/** What a start says once it serves. */
export function describeStart(started: Started): string {
  const at = (path: string) => new URL(path, `${started.address}/`).href
  const lines = ['', `Pointillé is open at ${started.address}`, '']
  if (started.signIns.length > 0) {
    lines.push('Demo sign-ins', ...listSignIns(started.signIns), '')
    lines.push(`Mail of the demo     ${at('/demo/outbox')}`, `Clock of the demo    ${at('/demo/clock')}`)
  }
  if (started.firstOwnerLink) lines.push(`First owner, once    ${at(started.firstOwnerLink)}`)
  if (started.place) lines.push(`Data                 ${started.place}`)
  lines.push(
    started.databaseUrl
      ? `Further processes    DATABASE_URL=${started.databaseUrl} npm run serve`
      : 'Further processes    npm run serve, with the same DATABASE_URL',
  )
  if (started.isOpenToOthers && started.signIns.length > 0) {
    lines.push(
      '',
      'Others can reach this address and the sign-ins above are public: POINTILLE_DEMO=off starts without them.',
    )
  }
  lines.push('', 'Ctrl-C stops it. Nothing is lost.', '')
  return lines.join('\n')
}

function listSignIns(signIns: readonly DemoSignIn[]): string[] {
  const widest = (cell: (signIn: DemoSignIn) => string) => Math.max(...signIns.map((signIn) => cell(signIn).length))
  const roleOf = (signIn: DemoSignIn) => ROLES[signIn.role] ?? signIn.role
  const [roleWidth, emailWidth] = [widest(roleOf), widest((signIn) => signIn.email)]
  const clinics = [...new Set(signIns.map((signIn) => signIn.clinic))]
  return clinics.flatMap((clinic) => [
    `  ${clinic}`,
    ...signIns
      .filter((signIn) => signIn.clinic === clinic)
      .map(
        (signIn) => `    ${roleOf(signIn).padEnd(roleWidth)}  ${signIn.email.padEnd(emailWidth)}  ${signIn.password}`,
      ),
  ])
}
