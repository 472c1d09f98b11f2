import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import type { House } from '#platform/house/house.server.ts'

const hour = 3600

/**
 * The team's sign-in, by the library better-auth on its own tables and its own database role: password, then a code from
 * an authenticator application where the member set one up. Nothing of it phones home.
 */
export function makeSignInLibrary(house: Pick<House, 'signInPool' | 'secret' | 'settings'>) {
  return betterAuth({
    appName: 'Pointillé',
    baseURL: house.settings.publicUrl ?? 'http://localhost',
    basePath: '/sign-in-library',
    secret: house.secret,
    database: house.signInPool,
    telemetry: { enabled: false },
    // A wrong password is no event for the log of a server.
    logger: { level: 'error' },
    emailAndPassword: { enabled: true, minPasswordLength: 12, maxPasswordLength: 128, disableSignUp: true },
    session: { expiresIn: 12 * hour, updateAge: hour },
    // Limits are ours (platform/http): the library is called from our own pages, never from outside.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'pointille',
      useSecureCookies: house.settings.publicUrl?.startsWith('https://') ?? false,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      disableOriginCheck: true,
    },
    plugins: [twoFactor({ issuer: 'Pointillé' })],
  })
}

export type SignInLibrary = ReturnType<typeof makeSignInLibrary>
