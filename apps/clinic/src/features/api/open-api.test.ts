import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openApi } from './index.server.ts'

test('the committed OpenAPI is the one that the schemas make (node src/features/api/generate-openapi.ts)', async () => {
  const committed = await readFile(new URL('./generated/openapi.json', import.meta.url), 'utf8')
  expect(committed).toBe(`${JSON.stringify(openApi, null, 2)}\n`)
})

test('every reference of the OpenAPI leads somewhere', () => {
  const schemas = Object.keys((openApi.components as { schemas: object }).schemas)
  const references = [...JSON.stringify(openApi).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target!)
  expect(references.length).toBeGreaterThan(10)
  for (const target of references) expect(schemas.map((name) => `#/components/schemas/${name}`)).toContain(target)
})
