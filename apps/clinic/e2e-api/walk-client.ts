import { request } from 'node:http'

export type Reply = {
  status: number
  location: string | undefined
  headers: NodeJS.Dict<string | string[]>
  body: string
}

export type Asked = {
  method: string
  path: string
  /** The clinic's own name, which `fetch` would not let us say. */
  host: string
  cookie?: string | undefined
  json?: unknown
  form?: Record<string, string>
  accept?: string
}

/** One request as a browser at that host sends it: forms carry their origin. A stream is cut after its head. */
export function askAs(address: string, asked: Asked): Promise<Reply> {
  const { port, hostname } = new URL(address)
  const origin = `http://${asked.host}:${port}`
  const isForm = asked.json === undefined && asked.method !== 'GET' && asked.method !== 'HEAD'
  const body = isForm ? new URLSearchParams(asked.form ?? {}).toString() : JSON.stringify(asked.json)
  const headers: Record<string, string> = { host: `${asked.host}:${port}`, accept: asked.accept ?? 'text/html' }
  if (asked.cookie) headers.cookie = asked.cookie
  if (asked.method !== 'GET' && asked.method !== 'HEAD') headers.origin = origin
  if (body !== undefined) headers['content-type'] = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method: asked.method, path: asked.path, headers }, (answer) => {
      let text = ''
      const settle = () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location,
          headers: answer.headers,
          body: text,
        })
      if (answer.headers['content-type']?.startsWith('text/event-stream')) {
        settle()
        sent.destroy()
        return
      }
      answer.setEncoding('utf8')
      answer.on('data', (chunk) => {
        text += chunk
      })
      answer.on('end', settle)
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Signs a member in by the page that they use, and gives back the cookie. */
export async function signInAt(address: string, host: string, email: string, password: string): Promise<string> {
  const answer = await askAs(address, { method: 'POST', path: '/fr/connexion', host, form: { email, password } })
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
  if (answer.status !== 303 || !cookie) throw new Error(`${email} could not sign in at ${host}: ${answer.status}`)
  return cookie
}
