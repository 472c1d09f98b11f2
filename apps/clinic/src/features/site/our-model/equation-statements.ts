import type { Statement } from '../statement.ts'

/** The equations in words, in the order in which one thing leads to the next. */
export const equationStatements: readonly Statement[] = [
  {
    id: 'N-20',
    tag: 'assumed',
    sources: ['MOD'],
    fr: 'Trous par cm², profondeur et largeur donnent la part de peau lésée. Le signal qui part de là plafonne : deux fois plus de lésions ne font pas deux fois plus.',
    en: 'Holes per cm², depth and width give the share of injured skin. The signal that starts there levels off: twice the injury is not twice the signal.',
  },
  {
    id: 'N-21',
    tag: 'calibrated',
    sources: ['K0001', 'K0015..K0020', 'K0045..K0047'],
    fr: 'Un trou se ferme deux fois : sa lumière en moins de deux heures, la couche cornée en quelques jours. L’âge et un film qui couvre ralentissent.',
    en: 'A hole closes twice: its lumen in under two hours, the horny layer in a few days. Age and a covering film slow it.',
  },
  {
    id: 'N-22',
    tag: 'calibrated',
    sources: ['K0084..K0092'],
    fr: 'Le caillot et les débris lancent les cytokines. Les macrophages les entretiennent d’abord, puis les freinent.',
    en: 'Clot and debris start the cytokines. Macrophages first keep them going, then rein them in.',
  },
  {
    id: 'N-23',
    tag: 'calibrated',
    sources: ['K0342..K0371'],
    fr: 'Les neutrophiles arrivent, meurent et sont mangés. Les macrophages qui les mangent passent à la réparation.',
    en: 'Neutrophils arrive, die and are eaten. Macrophages that eat them turn to repair.',
  },
  {
    id: 'N-24',
    tag: 'assumed',
    sources: ['MOD'],
    fr: 'Deux boucles s’entretiennent : cytokines et macrophages, facteur de croissance et fibroblastes. Leur gain reste sous 0,9 : tout finit par se calmer.',
    en: 'Two loops feed themselves: cytokines and macrophages, growth factor and fibroblasts. Their gain stays below 0.9: everything calms down in the end.',
  },
  {
    id: 'N-25',
    tag: 'assumed',
    sources: ['MOD'],
    fr: 'Le PRP n’entre que par les trous encore ouverts. Posé trop tard, il n’ajoute rien.',
    en: 'PRP enters through holes that are still open. Applied too late, it adds nothing.',
  },
  {
    id: 'N-26',
    tag: 'calibrated',
    sources: ['K0231', 'K0232', 'K0166..K0175'],
    fr: 'Les fibroblastes déposent du collagène mou. Une part s’organise au fil des mois, le reste se défait.',
    en: 'Fibroblasts lay down soft collagen. Part of it is organised over months, the rest comes undone.',
  },
  {
    id: 'N-27',
    tag: 'assumed',
    sources: ['MOD'],
    fr: 'L’ancien collagène se défait peu à peu. Une agression trop forte peut au contraire en refaire : c’est la fibrose.',
    en: 'Old collagen slowly comes undone. Too strong an assault may make more of it instead: that is fibrosis.',
  },
  {
    id: 'N-28',
    tag: 'calibrated',
    sources: ['K0079..K0083'],
    fr: 'La rougeur vient d’abord du réflexe des aiguilles, puis des vaisseaux que les cytokines tiennent ouverts.',
    en: 'Redness comes first from the needles’ reflex, then from vessels that cytokines hold open.',
  },
  {
    id: 'N-29',
    tag: 'assumed',
    sources: ['MOD'],
    fr: 'Les cytokines réveillent les cellules du pigment, plus sur les peaux foncées. Personne n’a mesuré combien.',
    en: 'Cytokines wake the pigment cells, more so in darker skin. Nobody has measured by how much.',
  },
]
