import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'

/** A cookie that a route has to set, in the form in which SvelteKit takes it. */
export type CookieToSet = {
  name: string
  value: string
  options: {
    path: string
    maxAge?: number
    expires?: Date
    httpOnly: boolean
    secure: boolean
    sameSite: 'lax' | 'strict' | 'none'
  }
}

/** The cookies that the library's answer carries; a signed value is decoded here and encoded again by whoever sets it. */
export function cookiesOf(headers: Headers): CookieToSet[] {
  return headers.getSetCookie().flatMap((line) =>
    [...parseSetCookieHeader(line)].map(([name, attributes]) => {
      const { maxAge, expires, secure, httpOnly, sameSite } = toCookieOptions(attributes)
      return {
        name,
        value: attributes.value,
        options: {
          path: attributes.path ?? '/',
          ...(maxAge === undefined ? {} : { maxAge }),
          ...(expires === undefined ? {} : { expires }),
          httpOnly: httpOnly ?? true,
          secure: secure ?? false,
          sameSite: sameSite ?? 'lax',
        },
      }
    }),
  )
}
