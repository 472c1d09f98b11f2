import { refusePath } from '#features/api/index.server.ts'

export const fallback = refusePath
