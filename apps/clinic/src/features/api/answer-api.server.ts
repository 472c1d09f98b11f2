import type { z } from 'zod'
import type { Caller } from '#features/access/index.server.ts'
import { addressKey, takeTurn } from '#platform/http/rate-limit.server.ts'
import type { Language } from '#platform/languages/languages.ts'
import { describeIssue } from './describe-issue.ts'
import type { Operation } from './operation.ts'
import { problemStatus, type Refused, type Reply, refuse } from './problem.ts'
import { readJsonBody } from './read-json-body.ts'

/** What the API needs of a request, whoever took it in. */
export type ApiRequest = {
  request: Request
  params: Partial<Record<string, string>>
  url: URL
  locals: { caller: Caller }
  getClientAddress(): string
}

/** The operation as a route's handler. */
export function answerApi<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  operation: Operation<P, Q, B>,
) {
  return async (event: ApiRequest): Promise<Response> => respond(await run(event, operation))
}

/** For the methods that an address does not have. */
export function refuseMethod(...methods: string[]) {
  const allow = methods.includes('GET') ? ['HEAD', ...methods] : methods
  return async ({ locals }: Pick<ApiRequest, 'locals'>): Promise<Response> =>
    respond(refuse(locals.caller.language, 'PT-405-METHOD', { limit: allow.join(', ') }, { allow: allow.join(', ') }))
}

/** For the addresses that the API does not have. */
export async function refusePath({ locals }: Pick<ApiRequest, 'locals'>): Promise<Response> {
  return respond(refuse(locals.caller.language, 'PT-404-PATH'))
}

async function run<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  event: ApiRequest,
  operation: Operation<P, Q, B>,
): Promise<Reply> {
  // Other software comes without a sign-in; a cookie that a browser adds counts for nothing here.
  const caller: Caller = { ...event.locals.caller, actor: { kind: 'nobody' } }
  const { language } = caller
  const turn = await takeTurn(caller.house.settings, operation.turn, addressKey(event.getClientAddress()))
  if ('refusal' in turn) {
    const seconds = turn.retryAfterSeconds
    return refuse(language, 'PT-429', { limit: seconds }, { 'retry-after': String(seconds) })
  }
  const params = parse(operation.params, event.params, language)
  if ('problem' in params) return params
  const query = parse(operation.query, Object.fromEntries(event.url.searchParams), language)
  if ('problem' in query) return query
  let body: { value: z.output<B> } = { value: undefined as z.output<B> }
  if (operation.body) {
    const read = await readJsonBody(event.request)
    if ('code' in read) return refuse(language, read.code, { limit: read.limit })
    const parsed = parse(operation.body, read.json, language)
    if ('problem' in parsed) return parsed
    body = parsed
  }
  const input = { params: params.value, query: query.value, body: body.value }
  return operation.run({ caller, origin: event.url.origin }, input)
}

function parse<S extends z.ZodType>(schema: S, input: unknown, language: Language): { value: z.output<S> } | Refused {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return { value: parsed.data }
  return refuse(language, 'PT-400-INPUT', describeIssue(parsed.error.issues[0]!, language))
}

function respond(reply: Reply): Response {
  const headers = { 'cache-control': 'no-store' }
  if ('problem' in reply) {
    const status = problemStatus[reply.problem.code]
    return Response.json(reply.problem, { status, headers: { ...headers, ...reply.headers } })
  }
  if (reply.status === 204) return new Response(null, { status: 204, headers })
  return Response.json(reply.body, { status: reply.status, headers })
}
