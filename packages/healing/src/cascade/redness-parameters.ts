import { inEquations, inOutputs } from './parameter.ts'

/** What is seen on the skin. */
export const REDNESS_PARAMETERS = [
  inEquations(
    'kA',
    { value: 1.6, sd: 0.85 },
    '1/d',
    ['K0026', 'K0502', 'K0503', 'AE02', 'AE34'],
    'résolution de la vasodilatation',
    'resolution of vasodilation',
  ),
  inEquations(
    'cA',
    { value: 0.5, sd: 0.5 },
    '1',
    'assumed',
    'vasodilatation entretenue par les cytokines',
    'vasodilation kept up by cytokine',
  ),
  inEquations(
    'rA',
    { value: 0.4, sd: 0.5, ceiling: 1 },
    '1',
    'assumed',
    'rougeur plus forte après plus de lésions (exposant ; une peau peu piquée rougit aussi)',
    'stronger redness after more injury (exponent; lightly needled skin reddens too)',
  ),
  inEquations(
    'fPRP',
    { value: 0.9, sd: 0.2 },
    '1',
    ['K0511', 'AE26', 'AS44'],
    'rougeur restante après plasma riche en plaquettes (les sources se contredisent)',
    'redness left after platelet-rich plasma (sources contradict each other)',
  ),
  inOutputs(
    'thE',
    { value: 0.2, sd: 0.75 },
    'relative',
    ['K0026', 'K0044', 'K0502', 'K0503', 'AE02', 'AE12', 'AE34'],
    'rougeur à peine visible',
    'redness that just shows',
  ),
]
