import { defineParams } from '@sveltejs/kit/params'
import { isLanguage } from '#platform/languages/languages.ts'

export const params = defineParams({
  language: (text) => (isLanguage(text) ? text : undefined),
})
