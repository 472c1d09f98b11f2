/** What the process was told by its environment. Checked at boot by `run/config.ts`, which names every fault at once. */
export type Settings = {
  /** The owner of the database: it migrates and makes the application's roles. Nothing else uses it. */
  databaseUrl: string
  smtpUrl: string | undefined
  /** The site's own address, as a browser writes it; also decides http or https. */
  publicUrl: string | undefined
  rateLimit: boolean
  /** Seals cookies and derives links; kept in the database when the environment has none. */
  secret: string | undefined
}

/** Reads the settings; throws when DATABASE_URL is missing, which only happens when the launcher was bypassed. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const databaseUrl = env.DATABASE_URL
  if (!databaseUrl)
    throw new Error('DATABASE_URL is not set: start with `npm start`, or give the address of a PostgreSQL server')
  return {
    databaseUrl,
    smtpUrl: env.SMTP_URL || undefined,
    publicUrl: env.POINTILLE_URL || undefined,
    rateLimit: env.POINTILLE_RATE_LIMIT !== 'off',
    secret: env.POINTILLE_SECRET || undefined,
  }
}
