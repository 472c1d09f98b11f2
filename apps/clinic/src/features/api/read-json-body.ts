/** Larger than any request that makes sense; a screening with every condition is 1 kB. */
export const mostBodyBytes = 16_384

export type BodyRefusal = { code: 'PT-400-JSON' | 'PT-413-BODY' | 'PT-415-TYPE'; limit?: number | string }

/** The JSON of a request's body, read no further than it may be long. */
export async function readJsonBody(request: Request): Promise<{ json: unknown } | BodyRefusal> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!/^application\/([\w.-]+\+)?json$/.test(type)) return { code: 'PT-415-TYPE', limit: 'application/json' }
  const tooLarge: BodyRefusal = { code: 'PT-413-BODY', limit: mostBodyBytes }
  if (Number(request.headers.get('content-length') ?? 0) > mostBodyBytes) return tooLarge
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.byteLength
      if (length > mostBodyBytes) return tooLarge
      chunks.push(chunk)
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { json: JSON.parse(text) }
  } catch {
    return { code: 'PT-400-JSON' }
  }
}
