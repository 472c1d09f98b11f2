/** Where the facts of the procedure notes were read that stand in no evidence table: note id to address. */
export const PROCEDURE_NOTES: Readonly<Record<string, string>> = {
  'V-17': 'https://doi.org/10.1111/jdv.18123',
  'V-20': 'https://doi.org/10.4103/0974-2077.58529',
  'V-21': 'https://revivetrainings.com/microneedling-for-varicella-scars-in-a-dark-skinned-teenager',
  'V-22': 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7764156/table/t0001',
  'V-30': 'https://510k.innolitics.com/search/K182407',
  'V-37': 'https://510k.innolitics.com/search/DEN160029',
  'S-91': 'https://wellaholic.com/?p=15508',
}
