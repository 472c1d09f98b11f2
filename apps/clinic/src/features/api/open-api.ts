import { z } from 'zod'
import type { Operation } from './operation.ts'
import { namedSchemas, problem } from './schemas.ts'

type Json = Record<string, unknown>

/** Every refusal that any operation may give besides its own. */
const everywhere = { 400: 'Bad input', 429: 'Too many requests: wait for Retry-After' }
const withBody = { 413: 'The body is too large', 415: 'The body is not declared as JSON' }

/** The OpenAPI 3.1 of the operations, made of the schemas that parse their requests. */
export function describeApi(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    const path = `/api/v1${operation.path}`
    paths[path] ??= {}
    paths[path]![operation.method] = describeOperation(operation)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pointillé booking',
      version: '1',
      description:
        'Books appointments as the site does. The answers to the health questions bind on the server. Instants are UTC with Z, dates are the clinic’s own.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: componentSchemas() },
  }
}

function describeOperation({ operationId, summary, params, query, body, success, refusals }: Operation): Json {
  const responses: Record<number, Json> = {
    [success.status]: {
      description: success.description,
      ...(success.schema && { content: jsonContent(success.schema) }),
    },
  }
  for (const [status, description] of Object.entries({ ...everywhere, ...(body && withBody), ...refusals }))
    responses[Number(status)] = { description, content: jsonContent(problem) }
  return {
    operationId,
    summary,
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query')],
    ...(body && { requestBody: { required: true, content: jsonContent(body) } }),
    responses,
  }
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = jsonSchema(schema)
  return Object.entries(properties as Json).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (required as string[]).includes(name),
    schema: property,
  }))
}

function jsonContent(schema: z.ZodType): Json {
  return { 'application/json': { schema: { $ref: refTo(schema.meta()?.id ?? '') } } }
}

function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>()
  for (const schema of namedSchemas) registry.add(schema, { id: schema.meta()!.id! })
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: refTo })
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  )
}

function jsonSchema(schema: z.ZodType): Json {
  const { $schema, ...plain } = z.toJSONSchema(schema, { io: 'input' }) as Json
  return plain
}

function refTo(id: string): string {
  return `#/components/schemas/${id}`
}
