import { isLanguage, type Language } from '#platform/languages/languages.ts'

/**
 * Every page's address in both languages, in one place. `:name` stands for a value. The folders under `routes/` carry the
 * English form; `canonicalPath` (the reroute hook) leads a French address to them.
 */
export const pages = {
  home: { fr: '', en: '' },
  healing: { fr: 'cicatrisation', en: 'healing' },
  scars: { fr: 'indications/cicatrices', en: 'indications/scars' },
  safety: { fr: 'securite', en: 'safety' },
  ourModel: { fr: 'notre-modele', en: 'our-model' },
  bookNeed: { fr: 'rdv/demande', en: 'book/need' },
  bookHealth: { fr: 'rdv/sante', en: 'book/health' },
  bookTime: { fr: 'rdv/creneau', en: 'book/time' },
  bookDetails: { fr: 'rdv/coordonnees', en: 'book/details' },
  bookCheck: { fr: 'rdv/verification', en: 'book/check' },
  bookDone: { fr: 'rdv/confirme', en: 'book/done' },
  bookManage: { fr: 'rdv/gerer/:token', en: 'book/manage/:token' },
  bookMove: { fr: 'rdv/gerer/:token/deplacer', en: 'book/manage/:token/move' },
  /** Not a page: the appointment as a file for the patient's own calendar. */
  bookCalendar: { fr: 'rdv/gerer/:token/rendez-vous.ics', en: 'book/manage/:token/appointment.ics' },
  my: { fr: 'espace', en: 'my' },
  myEnter: { fr: 'espace/entrer/:token', en: 'my/enter/:token' },
  myLink: { fr: 'espace/lien', en: 'my/link' },
  myDay: { fr: 'espace/suivi/:treatment/jour/:day', en: 'my/healing/:treatment/day/:day' },
  myAccessLog: { fr: 'espace/acces-au-dossier', en: 'my/access-log' },
  signIn: { fr: 'connexion', en: 'sign-in' },
  signInCode: { fr: 'connexion/code', en: 'sign-in/code' },
  signOut: { fr: 'deconnexion', en: 'sign-out' },
  /** The first owner's one-time way in. */
  invitation: { fr: 'invitation/:token', en: 'invitation/:token' },
  clinicHome: { fr: 'cabinet', en: 'clinic' },
  clinicSecurity: { fr: 'cabinet/compte', en: 'clinic/account' },
  clinicDay: { fr: 'cabinet/jour/:date', en: 'clinic/day/:date' },
  /** Not to be read: the stream that says that something changed. */
  clinicBell: { fr: 'cabinet/cloche', en: 'clinic/bell' },
  clinicToDo: { fr: 'cabinet/a-faire', en: 'clinic/to-do' },
  clinicLookBack: { fr: 'cabinet/exposition', en: 'clinic/look-back' },
  clinicLookBackAnswer: { fr: 'cabinet/exposition/:look', en: 'clinic/look-back/:look' },
  clinicLookBackLetters: { fr: 'cabinet/exposition/:look/lettres', en: 'clinic/look-back/:look/letters' },
  /** Not a page: the line list as a file for the authority. */
  clinicLookBackExport: { fr: 'cabinet/exposition/:look/export.csv', en: 'clinic/look-back/:look/export.csv' },
  clinicPatient: { fr: 'cabinet/patients/:patient', en: 'clinic/patients/:patient' },
  clinicCourse: { fr: 'cabinet/parcours/:course', en: 'clinic/courses/:course' },
  clinicPrp: { fr: 'cabinet/prp', en: 'clinic/prp' },
  clinicPrpTube: { fr: 'cabinet/prp/:tube', en: 'clinic/prp/:tube' },
  /** To print. */
  clinicPrpLabel: { fr: 'cabinet/prp/:tube/etiquette', en: 'clinic/prp/:tube/label' },
  clinicTreatment: { fr: 'cabinet/seances/:treatment', en: 'clinic/treatments/:treatment' },
  clinicConsent: { fr: 'cabinet/seances/:treatment/consentement', en: 'clinic/treatments/:treatment/consent' },
  clinicRun: { fr: 'cabinet/seances/:treatment/conduire', en: 'clinic/treatments/:treatment/run' },
} as const satisfies Record<string, Record<Language, string>>

export type Page = keyof typeof pages

/** The address of a page in a language: `pathTo('fr', 'bookManage', { token })` is '/fr/rdv/gerer/…'. */
export function pathTo(language: Language, page: Page, values: Record<string, string | number> = {}): string {
  const path = pages[page][language].replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`page ${page} needs ${name}`)
    return encodeURIComponent(String(value))
  })
  return path === '' ? `/${language}` : `/${language}/${path}`
}

/** Which page an address is, in its own language, with the values in it; undefined for anything else (assets, the API, wrong slugs). */
export function findPage(
  pathname: string,
): { language: Language; page: Page; values: Record<string, string> } | undefined {
  const [, language, ...segments] = pathname.replace(/\/$/, '').split('/')
  if (!isLanguage(language)) return undefined
  for (const page of Object.keys(pages) as Page[]) {
    const values = match(pages[page][language], segments)
    if (values) return { language, page, values }
  }
  return undefined
}

/** The address under which `routes/` knows a page: the English slugs behind the reader's own language. */
export function canonicalPath(pathname: string): string | undefined {
  const found = findPage(pathname)
  if (!found) return undefined
  const path = pages[found.page].en.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(found.values[name]!))
  return path === '' ? `/${found.language}` : `/${found.language}/${path}`
}

/** The same page in another language. */
export function translatedPath(pathname: string, language: Language): string {
  const found = findPage(pathname)
  return found ? pathTo(language, found.page, found.values) : `/${language}`
}

function match(pattern: string, segments: string[]): Record<string, string> | undefined {
  const parts = pattern === '' ? [] : pattern.split('/')
  if (parts.length !== segments.length) return undefined
  const values: Record<string, string> = {}
  for (const [i, part] of parts.entries()) {
    const segment = segments[i]!
    if (part.startsWith(':')) {
      try {
        values[part.slice(1)] = decodeURIComponent(segment)
      } catch {
        return undefined
      }
    } else if (part !== segment) return undefined
  }
  return values
}
