import { redirect } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** The bare address negotiates the language once. */
export const GET: RequestHandler = ({ locals }) => redirect(302, `/${locals.caller.language}`)
