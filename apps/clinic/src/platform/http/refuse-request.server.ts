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

/** What a person is offered besides the sentence. */
export type WayOut = {
  clinicName?: string
  phone?: { shown: string; href: string }
  /** The address where one signs in. */
  signIn?: string
}

const words = {
  fr: { home: 'Aller à l’accueil', signIn: 'Se connecter', call: 'Besoin d’aide\u00a0? Appelez le' },
  en: { home: 'Go to the home page', signIn: 'Sign in', call: 'Need help? Call' },
} as const

/** A refusal before any page: JSON for software, one plain sentence and the way out for a person; it carries a stable code. */
export function refuseRequest(
  request: Request,
  status: keyof typeof sentences,
  code: string,
  language: Language,
  wayOut: WayOut = {},
): Response {
  const message = (narrower[code] ?? sentences[status])[language]
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-robots-tag': 'noindex' }
  if (!request.headers.get('accept')?.includes('text/html'))
    return Response.json({ code, message }, { status, headers })
  const said = words[language]
  const lines = [
    `<h1>${message}</h1>`,
    wayOut.signIn ? `<p><a href="${escapeText(wayOut.signIn)}">${said.signIn}</a></p>` : '',
    `<p><a href="/${language}">${said.home}</a></p>`,
    wayOut.phone?.shown
      ? `<p>${said.call} <a href="${escapeText(wayOut.phone.href)}">${escapeText(wayOut.phone.shown)}</a></p>`
      : '',
    `<p><small>${escapeText(code)}</small></p>`,
  ]
  const title = wayOut.clinicName ? `${message} · ${escapeText(wayOut.clinicName)}` : message
  const page = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title><style>${style}</style></head><body><main>${lines.join('')}</main></body></html>`
  return new Response(page, { status, headers: { ...headers, ...pageHeaders } })
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
}

/** This page stands without the application's style sheet; its colours are the tokens' of day and night. */
const style = [
  'body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;background:#fbfaf7;color:#1e2530}a{color:#24427f}',
  'main{max-width:35rem;margin:auto;padding:4rem 1.25rem}h1{font-size:1.8125rem;line-height:1.2}',
  'a{display:inline-block;padding-block:.5rem}',
  '@media(prefers-color-scheme:dark){body{background:#12161d;color:#f2eee6}a{color:#a9c1f2}}',
].join('')

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
