export type Encoding = 'br' | 'gzip' | 'identity'

const takesBr = /\bbr\b(?!\s*;\s*q=0(\.0+)?\s*(,|$))/
const takesGzip = /\bgzip\b(?!\s*;\s*q=0(\.0+)?\s*(,|$))/

/** The tightest of our encodings that an Accept-Encoding header takes. */
export function bestEncoding(accepted: string | null | undefined): Encoding {
  if (!accepted) return 'identity'
  return takesBr.test(accepted) ? 'br' : takesGzip.test(accepted) ? 'gzip' : 'identity'
}
