import type { DoseWarning, SkinMethod } from '@pointille/healing'
import type { Language } from '../forecast/words.ts'

/** Words of `dose` and `punctures`; French and English say the same. `{…}` are filled. */
export const doseWords = {
  en: {
    treatment: '{device}, {length} mm, {passes} passes',
    person: '{site}, {age} years',
    standing:
      '{draws} draws of what is not known, seed {seed}: 1 in 20 lies below the first number, 1 in 20 above the last.',
    head: ['', '5 %', 'median', '95 %', ''],
    holes: 'Holes',
    penetration: 'Needle enters, of its length',
    depth: 'Depth',
    surfaceWidth: 'Hole at the surface, wide',
    openShare: 'Surface open',
    epidermis: 'Epidermis injured',
    papillaryDermis: 'Papillary dermis injured',
    reticularDermis: 'Deeper dermis injured',
    dermis: 'Dermis injured',
    capillaryBreach: 'Chance that one hole bleeds',
    bleedingHoles: 'Holes that bleed',
    pinpointBleeding: 'Uniform pinpoint bleeding seen',
    rawDose: 'Injury (1 = roller 1.5 mm, 10 passes)',
    relativeDose: 'Dose, as the skin answers it',
    aggression: 'Against the heaviest published protocol',
    pain: 'Pain while needling, 0 to 10',
    skin: 'Skin here, epidermis and dermis',
    perCm2: 'per cm²',
    knownSkin: 'Thickness of the skin here: epidermis {epidermis}, dermis {dermis}.',
    layer: '{mean} (SD {sd}) mm by {methods}, {sources}',
    assumed: 'assumed',
    allIsAssumed:
      'Only hole density, penetration, thickness and pain have a measurement behind them. --numbers tells each with its source.',
    numbersHead: 'Every number behind the dose: value, and the range that nine draws in ten keep to.',
    none: 'none',
    on: '{width} × {height} mm, passes at {directions}°, seed {seed}',
    closedForm: 'closed form {value}',
    count: 'Holes',
    density: 'Density',
    covered: 'Covered by holes',
    coveredAt: 'Covered at {depth} mm depth',
    times: ['whole', 'once', 'twice', '3 times', '4 times or more'],
    nearest: 'Next hole',
    nearestSays: '{mean} mm away on average, nine in ten {low} to {high} mm',
    regularity: 'Regularity',
    regularitySays: '{value} (1 = fallen at random, 2 = square lattice)',
    depths: 'How deep the needles went',
    reaching: 'Reach the dermis {dermis}, its deeper part {deep}, go through the skin {through}',
    picture: '{file}: {width} × {height} mm; ticks of the ruler every millimetre, long ones every 5 and 10',
  },
  fr: {
    treatment: '{device}, {length} mm, {passes} passages',
    person: '{site}, {age} ans',
    standing:
      '{draws} tirages de ce qu’on ne sait pas, graine {seed}\u00a0: 1 sur 20 est sous le premier nombre, 1 sur 20 au-dessus du dernier.',
    head: ['', '5 %', 'médiane', '95 %', ''],
    holes: 'Trous',
    penetration: 'L’aiguille entre, de sa longueur',
    depth: 'Profondeur',
    surfaceWidth: 'Largeur du trou en surface',
    openShare: 'Surface ouverte',
    epidermis: 'Épiderme lésé',
    papillaryDermis: 'Derme papillaire lésé',
    reticularDermis: 'Derme profond lésé',
    dermis: 'Derme lésé',
    capillaryBreach: 'Chance qu’un trou saigne',
    bleedingHoles: 'Trous qui saignent',
    pinpointBleeding: 'Saignement en points uniforme, vu',
    rawDose: 'Lésion (1 = rouleau 1,5 mm, 10 passages)',
    relativeDose: 'Dose, telle que la peau y répond',
    aggression: 'Face au protocole publié le plus lourd',
    pain: 'Douleur pendant le geste, 0 à 10',
    skin: 'Peau ici, épiderme et derme',
    perCm2: 'par cm²',
    knownSkin: 'Épaisseur de la peau ici\u00a0: épiderme {epidermis}, derme {dermis}.',
    layer: '{mean} (écart-type {sd}) mm par {methods}, {sources}',
    assumed: 'supposé',
    allIsAssumed:
      'Seules la densité des trous, la pénétration, l’épaisseur et la douleur s’appuient sur une mesure. --numbers donne chaque nombre et sa source.',
    numbersHead: 'Chaque nombre derrière la dose\u00a0: sa valeur, et l’intervalle que gardent neuf tirages sur dix.',
    none: 'aucun',
    on: '{width} × {height} mm, passages à {directions}°, graine {seed}',
    closedForm: 'formule {value}',
    count: 'Trous',
    density: 'Densité',
    covered: 'Couvert par les trous',
    coveredAt: 'Couvert à {depth} mm de profondeur',
    times: ['intact', 'une fois', 'deux fois', '3 fois', '4 fois ou plus'],
    nearest: 'Trou voisin',
    nearestSays: 'à {mean} mm en moyenne, neuf sur dix de {low} à {high} mm',
    regularity: 'Régularité',
    regularitySays: '{value} (1 = tombés au hasard, 2 = réseau carré)',
    depths: 'Profondeur atteinte par les aiguilles',
    reaching: 'Atteignent le derme {dermis}, sa partie profonde {deep}, traversent la peau {through}',
    picture: '{file}\u00a0: {width} × {height} mm\u00a0; la règle a un trait par millimètre, un long tous les 5 et 10',
  },
} as const

export const methodWords: Record<Language, Record<SkinMethod, string>> = {
  en: { imaging: 'imaging', histology: 'histology', raman: 'Raman', scan: '3D scan', pooled: 'its neighbours' },
  fr: { imaging: 'imagerie', histology: 'histologie', raman: 'Raman', scan: 'scan 3D', pooled: 'sites voisins' },
}

export const doseWarningWords: Record<Language, Record<DoseWarning['code'], string>> = {
  en: {
    needleLongerThanSkin:
      'The needle may be longer than the skin is thick: {needleMm} mm on {skinMm} mm; the tip goes through in {probability} of draws.',
    aggressive:
      'This injures more than the heaviest published protocol of the device in {probability} of draws: nobody reports what follows.',
    staysInEpidermis: 'The needles stay in the epidermis in {probability} of draws: nothing starts in the dermis.',
  },
  fr: {
    needleLongerThanSkin:
      'L’aiguille est peut-être plus longue que la peau n’est épaisse\u00a0: {needleMm} mm pour {skinMm} mm\u00a0; la pointe traverse dans {probability} des tirages.',
    aggressive:
      'Cela lèse plus que le protocole publié le plus lourd de l’appareil dans {probability} des tirages\u00a0: personne n’en rapporte les suites.',
    staysInEpidermis:
      'Les aiguilles restent dans l’épiderme dans {probability} des tirages\u00a0: rien ne commence dans le derme.',
  },
}
