import { writeFile } from 'node:fs/promises'
import { openApi } from './index.server.ts'

// node src/features/api/generate-openapi.ts writes generated/openapi.json anew.
await writeFile(new URL('./generated/openapi.json', import.meta.url), `${JSON.stringify(openApi, null, 2)}\n`)
