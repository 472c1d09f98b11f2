import { z } from 'zod'
import type { Caller } from '#features/access/index.server.ts'
import type { Turn } from '#platform/http/rate-limit.server.ts'
import type { Reply } from './problem.ts'

/** What an operation knows of the request besides its input. */
export type ApiCall = { caller: Caller; origin: string }

/** One method at one address: its documentation, what it takes, what it answers, what it does. */
export type Operation<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> = {
  operationId: string
  method: 'get' | 'post' | 'delete'
  /** Below /api/v1, values in braces. */
  path: string
  summary: string
  params: P
  query: Q
  /** Undefined where a body is not read. */
  body: B | undefined
  /** The body of the success, by status; undefined for none. */
  success: { status: 200 | 201 | 204; description: string; schema: z.ZodType | undefined }
  /** Status -> when. */
  refusals: Readonly<Record<number, string>>
  /** Which limit of requests it counts against. */
  turn: Turn
  run(call: ApiCall, input: { params: z.output<P>; query: z.output<Q>; body: z.output<B> }): Promise<Reply>
}

export const nothing = z.object({})

/** Ties the types of an operation's input to its schemas. */
export function defineOperation<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  operation: Operation<P, Q, B>,
): Operation<P, Q, B> {
  return operation
}
