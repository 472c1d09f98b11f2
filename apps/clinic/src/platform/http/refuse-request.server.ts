import type { Language } from '#platform/languages/languages.ts'

const sentences = {
  400: { fr: 'Cette demande n’est pas lisible.', en: 'This request cannot be read.' },
  401: { fr: 'Connectez-vous pour ouvrir cette page.', en: 'Sign in to open this page.' },
  403: {
    fr: 'Votre rôle ne permet pas d’ouvrir cette page. Demandez à un responsable du cabinet.',
    en: 'Your role does not open this page. Ask an owner of the clinic.',
  },
  404: {
    fr: 'Cette page n’existe pas. Vérifiez l’adresse, ou revenez à l’accueil.',
    en: 'This page does not exist. Check the address, or go back to the home page.',
  },
  429: {
    fr: 'Trop de demandes à la suite. Réessayez dans une minute.',
    en: 'Too many requests in a row. Try again in a minute.',
  },
  503: { fr: 'Ce cabinet n’est pas encore ouvert.', en: 'This clinic is not open yet.' },
} as const

/** Sentences of codes that say more than their status. */
const narrower: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'PT-403-ORIGIN': {
    fr: 'Ce formulaire ne vient pas de ce site. Rouvrez la page, puis recommencez.',
    en: 'This form does not come from this site. Open the page again, then retry.',
  },
}

/** A refusal before any page: JSON for software, one plain sentence for a person; it carries a stable code. */
export function refuseRequest(
  request: Request,
  status: keyof typeof sentences,
  code: string,
  language: Language,
): Response {
  const message = (narrower[code] ?? sentences[status])[language]
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
  if (request.headers.get('accept')?.includes('text/html')) {
    const home = `<p><a href="/${language}">Pointillé</a></p>`
    const page = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${message}</title><main><h1>${message}</h1><p><small>${code}</small></p>${home}</main></html>`
    return new Response(page, { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
  }
  return Response.json({ code, message }, { status, headers })
}
