/** Texts that our sentences cite and that are no row of the evidence tables: laws, notices, an investigation. */
export const citedPages: Readonly<Record<string, { url: string; secondary?: true }>> = {
  'L-2': { url: 'https://www.rtbf.be/article/11076058', secondary: true },
  'L-4': { url: 'https://pubmed.ncbi.nlm.nih.gov/17199653/' },
  'L-5': { url: 'https://doi.org/10.3389/fmed.2021.788754' },
  'S-119': { url: 'https://exbulletin.com/world/health/2674819', secondary: true },
  'V-37': { url: 'https://510k.innolitics.com/search/DEN160029' },
  'V-52': { url: 'https://doi.org/10.1111/dsu.12064' },
  'V-55': { url: 'https://pill2trip.com/medicine/lidocaine-and-tetracaine', secondary: true },
  'V-68': {
    url: 'https://www.vidal.fr/actualites/22531-concentres-plaquettaires-autologues-l-ansm-rappelle-leur-interdiction-en-injection-a-visee-esthetique.html',
  },
  'V-80': { url: 'https://app.livv.eu/decisions/LawLex202300001566JBJ' },
  'V-84': { url: 'https://www.cdc.gov/mmwr/volumes/73/wr/mm7316a3.htm' },
  'V-86': { url: 'https://www.fda.gov/medical-devices/aesthetic-cosmetic-devices/microneedling-devices' },
  'V-103': { url: 'https://plasticsurgerykey.com/applications-and-safety-in-skin-of-color' },
}
