import type { CourseIndication, EvidenceGrade, NeedlingDevice, Site, Tag } from '@pointille/healing'

export type Language = 'en' | 'fr'

/** Words of the summary and the picture; French and English say the same. `{…}` are filled. */
export const words = {
  en: {
    standing: 'A model’s estimate, not a promise.',
    course: '{indication}, {site}, {age} years, phototype {phototype}',
    ensemble: '{courses} courses, seed {seed}',
    weighed: 'The answers leave {count} courses that carry the weight.',
    noTreatment: 'No treatment: nothing happens to the skin.',
    treatment: 'Treatment {number}, day {day}: {device}, {length} mm, {passes} passes',
    occlusion: ', occluded {hours} h',
    prp: ', PRP after {minutes} min ({factor} times the blood)',
    range: '{median} ({low} to {high})',
    depth: 'Depth reached',
    dose: 'Dose (1 = roller 1.5 mm, ten passes)',
    bleeding: 'Pinpoint bleeding',
    rednessOn: 'Redness mild or less',
    onDay: '{count} of 20 courses on day {day}',
    countOnDay: '{count} on day {day}',
    presentable: 'Without visible redness or open skin',
    barrier: 'Skin barrier closed',
    actives: 'Do not apply vitamin A, acids or vitamin C before',
    next: 'Skin may be ready again (model only, not validated)',
    fromDay: 'day {range}',
    hours: '{range} h',
    year: 'At the end, day {day}',
    improvement: 'Improvement',
    organised: 'Organised collagen gained',
    pigmentation: 'Risk of dark marks over the course',
    infection: 'Risk of infection over the course',
    noEvidencePores: 'No quantified evidence measures the effect on pores. So we give no forecast.',
    evidence: 'Strength of evidence: {grade} ({id})',
    firstWeeks: 'After the first treatment',
    wholeCourse: 'The whole course',
    redness: 'Redness',
    dayAxis: 'days (early days are drawn wider)',
    dayAxisLinear: 'days',
    grades: ['none', 'mild', 'marked', 'strong'],
    phases: { inflammation: 'Inflammation', proliferation: 'Proliferation', remodelling: 'Remodelling' },
    median: 'median',
    nineInTen: '9 in 10',
    oneInTwo: '1 in 2',
    notBefore: 'not before',
  },
  fr: {
    standing: 'Estimation d’un modèle, pas une promesse.',
    course: '{indication}, {site}, {age} ans, phototype {phototype}',
    ensemble: '{courses} parcours, graine {seed}',
    weighed: 'Les réponses laissent {count} parcours qui portent le poids.',
    noTreatment: 'Aucune séance\u00a0: il n’arrive rien à la peau.',
    treatment: 'Séance {number}, jour {day}\u00a0: {device}, {length} mm, {passes} passages',
    occlusion: ', occlusion {hours} h',
    prp: ', PRP après {minutes} min ({factor} fois le sang)',
    range: '{median} ({low} à {high})',
    depth: 'Profondeur atteinte',
    dose: 'Dose (1 = rouleau 1,5 mm, dix passages)',
    bleeding: 'Saignement en points',
    rednessOn: 'Rougeur légère ou moins',
    onDay: '{count} parcours sur 20 au jour {day}',
    countOnDay: '{count} au jour {day}',
    presentable: 'Sans rougeur visible ni peau ouverte',
    barrier: 'Barrière de la peau refermée',
    actives: 'Ne pas appliquer vitamine A, acides, vitamine C avant',
    next: 'La peau semble de nouveau prête (modèle seul, non validé)',
    fromDay: 'jour {range}',
    hours: '{range} h',
    year: 'À la fin, jour {day}',
    improvement: 'Amélioration',
    organised: 'Collagène organisé gagné',
    pigmentation: 'Risque de taches brunes sur le parcours',
    infection: 'Risque d’infection sur le parcours',
    noEvidencePores: 'Aucune étude chiffrée ne mesure l’effet sur les pores. Nous ne donnons donc pas de prévision.',
    evidence: 'Niveau de preuve\u00a0: {grade} ({id})',
    firstWeeks: 'Après la première séance',
    wholeCourse: 'Tout le parcours',
    redness: 'Rougeur',
    dayAxis: 'jours (les premiers sont dessinés plus larges)',
    dayAxisLinear: 'jours',
    grades: ['aucune', 'légère', 'nette', 'forte'],
    phases: { inflammation: 'Inflammation', proliferation: 'Prolifération', remodelling: 'Remodelage' },
    median: 'médiane',
    nineInTen: '9 sur 10',
    oneInTwo: '1 sur 2',
    notBefore: 'pas avant',
  },
} as const

export const tagWords: Record<Language, Record<Tag, string>> = {
  en: { measured: 'measured', calibrated: 'calibrated', assumed: 'assumed', 'no-evidence': 'no evidence' },
  fr: { measured: 'mesuré', calibrated: 'calibré', assumed: 'supposé', 'no-evidence': 'sans preuve' },
}

export const gradeWords: Record<Language, Record<EvidenceGrade['grade'], string>> = {
  en: {
    none: 'none',
    'very low': 'very low',
    low: 'low',
    'low to moderate': 'low to moderate',
    moderate: 'moderate',
    high: 'high',
  },
  fr: {
    none: 'aucun',
    'very low': 'très faible',
    low: 'faible',
    'low to moderate': 'faible à modéré',
    moderate: 'modéré',
    high: 'élevé',
  },
}

export const deviceWords: Record<Language, Record<NeedlingDevice, string>> = {
  en: { roller: 'roller', pen: 'pen', stamp: 'stamp' },
  fr: { roller: 'rouleau', pen: 'stylo', stamp: 'tampon' },
}

export const indicationWords: Record<Language, Record<CourseIndication, string>> = {
  en: {
    wrinkles: 'Wrinkles and fine lines',
    texture: 'Texture and complexion',
    'acne-scars': 'Acne scars',
    'surgical-scars': 'Surgical scars',
    'burn-scars': 'Burn scars',
    'mixed-scars': 'Mixed scars',
    pores: 'Pores',
    'stretch-marks': 'Stretch marks',
    hyperpigmentation: 'Hyperpigmentation',
  },
  fr: {
    wrinkles: 'Rides et ridules',
    texture: 'Texture et teint',
    'acne-scars': 'Cicatrices d’acné',
    'surgical-scars': 'Cicatrices d’opération',
    'burn-scars': 'Cicatrices de brûlure',
    'mixed-scars': 'Cicatrices de causes diverses',
    pores: 'Pores',
    'stretch-marks': 'Vergetures',
    hyperpigmentation: 'Hyperpigmentation',
  },
}

/** Fills `{name}` in a text. Throws for a name that has no value. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The text "${text}" has no value for ${name}`)
    return String(value)
  })
}

/** A number with so many digits, no trailing sign of precision that the model has not. */
export function number(value: number, digits: number, language: Language): string {
  return value.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  })
}

export const siteWords: Record<Language, Record<Site, string>> = {
  en: {
    forehead: 'forehead',
    glabella: 'between the eyebrows',
    temple: 'temple',
    aroundEye: 'around the eye',
    nose: 'nose',
    cheekbone: 'cheekbone',
    cheek: 'cheek',
    upperLip: 'upper lip',
    chin: 'chin',
    jaw: 'jaw',
    neck: 'neck',
    back: 'back',
    body: 'body',
    face: 'face',
    scalp: 'scalp',
    decollete: 'décolleté',
    breast: 'breast',
    shoulder: 'shoulder',
    upperArm: 'upper arm',
    forearm: 'forearm',
    hand: 'back of the hand',
    abdomen: 'abdomen',
    flank: 'flank',
    hip: 'hip',
    buttock: 'buttock',
    thigh: 'thigh',
    knee: 'knee',
    calf: 'calf',
  },
  fr: {
    forehead: 'front',
    glabella: 'entre les sourcils',
    temple: 'tempe',
    aroundEye: 'autour de l’œil',
    nose: 'nez',
    cheekbone: 'pommette',
    cheek: 'joue',
    upperLip: 'lèvre supérieure',
    chin: 'menton',
    jaw: 'mâchoire',
    neck: 'cou',
    back: 'dos',
    body: 'corps',
    face: 'visage',
    scalp: 'cuir chevelu',
    decollete: 'décolleté',
    breast: 'sein',
    shoulder: 'épaule',
    upperArm: 'bras',
    forearm: 'avant-bras',
    hand: 'dos de la main',
    abdomen: 'ventre',
    flank: 'flanc',
    hip: 'hanche',
    buttock: 'fesse',
    thigh: 'cuisse',
    knee: 'genou',
    calf: 'mollet',
  },
}
