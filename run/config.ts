import { isAbsolute, join } from 'node:path'
import { checkSpelling } from './config-spelling.ts'
import { LaunchFault } from './launch-fault.ts'

/** What the launcher needs to know. The clinic reads the rest of the same, checked environment itself. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Whether PORT was set: then another port will not do. */
  readonly portIsFixed: boolean
  /** A server of one's own; undefined means the one we start. */
  readonly databaseUrl: string | undefined
  readonly demo: boolean
  /** Where the clinic's own PostgreSQL and the launcher keep their files. */
  readonly dataDir: string
}

export type CheckedConfig = { readonly config: Config } | { readonly faults: readonly string[] }

export const DEFAULT_PORT = 3000

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads and checks the whole environment. Every fault is one line that names the variable, what is wrong and the way out;
 * no line repeats a secret or a URL, which may hold one.
 */
export function checkConfig(env: Environment, { clone }: { clone: string }): CheckedConfig {
  const faults = [...checkSpelling(Object.keys(env))]
  const take = <Value>(name: string, read: (value: string) => Value | Fault, otherwise: Value): Value => {
    const value = env[name]?.trim()
    if (!value) return otherwise
    const taken = read(value)
    if (!(taken instanceof Fault)) return taken
    faults.push(`${name} ${taken.words}`)
    return otherwise
  }

  const databaseUrl = take<string | undefined>('DATABASE_URL', readDatabaseUrl, undefined)
  const config: Config = {
    host: take('HOST', readHost, '127.0.0.1'),
    port: take('PORT', readPort, DEFAULT_PORT),
    portIsFixed: Boolean(env.PORT?.trim()),
    databaseUrl,
    demo: take('POINTILLE_DEMO', readSwitch, !env.DATABASE_URL?.trim()),
    dataDir: take('POINTILLE_DATA', readDirectory, join(clone, '.pointille')),
  }
  take('SMTP_URL', readSmtpUrl, '')
  take('POINTILLE_RATE_LIMIT', readSwitch, true)
  take('POINTILLE_SECRET', readSecret, '')
  take('POINTILLE_URL', readOrigin, '')
  return faults.length > 0 ? { faults } : { config }
}

/** The configuration, or one LaunchFault that tells every fault. */
export function requireConfig(env: Environment, options: { clone: string }): Config {
  const checked = checkConfig(env, options)
  if ('faults' in checked) throw new LaunchFault(checked.faults.join('\n'))
  return checked.config
}

/** For the commands that join a database and never start one. */
export function requireDatabaseUrl(config: Config): string {
  if (config.databaseUrl) return config.databaseUrl
  throw new LaunchFault(
    'DATABASE_URL is missing: give the one npm start prints under "Further processes", or your own.',
  )
}

class Fault {
  readonly words: string
  constructor(words: string) {
    this.words = words
  }
}

function readPort(value: string): number | Fault {
  const port = Number(value)
  if (/^\d+$/.test(value) && port <= 65_535) return port
  return new Fault(`is "${value}": give a whole number from 1 to 65535, or 0 for any free port.`)
}

function readHost(value: string): string | Fault {
  if (/^[A-Za-z0-9._-]+$/.test(value) || /^[0-9A-Fa-f:.]+(%\w+)?$/.test(value)) return value
  return new Fault(
    `is "${value}": give an address or a name alone, such as 127.0.0.1 or 0.0.0.0, without http:// and port.`,
  )
}

function readSwitch(value: string): boolean | Fault {
  if (value === 'on' || value === 'off') return value === 'on'
  return new Fault(`is "${value}": write on or off.`)
}

function readDirectory(value: string): string | Fault {
  return isAbsolute(value) ? value : new Fault(`is "${value}": give a whole path, starting with /.`)
}

function readSecret(value: string): string | Fault {
  if (value.length >= 32) return value
  return new Fault(
    `has ${value.length} characters: give 32 or more, for example from openssl rand -hex 32, or leave it out.`,
  )
}

function readDatabaseUrl(value: string): string | Fault {
  const form = 'write postgres://user:password@host:5432/database'
  const url = parseUrl(value)
  if (!url) return new Fault(`is not a URL: ${form}, with special characters of the password as %23, %2F, %40.`)
  if (!/^postgres(ql)?:$/.test(url.protocol)) return new Fault(`begins with ${url.protocol} and not postgres: ${form}.`)
  if (url.pathname.length < 2) return new Fault(`names no database: ${form}.`)
  return value
}

function readSmtpUrl(value: string): string | Fault {
  const form = 'write smtp://user:password@host:587 or smtps://user:password@host:465'
  const url = parseUrl(value)
  if (!url) return new Fault(`is not a URL: ${form}.`)
  if (!/^smtps?:$/.test(url.protocol)) return new Fault(`begins with ${url.protocol}: ${form}.`)
  return url.hostname ? value : new Fault(`names no host: ${form}.`)
}

function readOrigin(value: string): string | Fault {
  const form = 'write the address people type, such as https://clinic.example'
  const url = parseUrl(value)
  if (!url || !/^https?:$/.test(url.protocol)) return new Fault(`is not a web address: ${form}.`)
  const bare = url.origin === value.replace(/\/$/, '').toLowerCase()
  return bare ? value : new Fault(`is more than an origin: ${form}, without path, sign-in or default port.`)
}

const parseUrl = (value: string): URL | undefined => (URL.canParse(value) ? new URL(value) : undefined)
