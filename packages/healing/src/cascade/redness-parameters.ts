import { inEquations, inOutputs } from './parameter.ts'

/** What is seen on the skin. */
export const REDNESS_PARAMETERS = [
  inEquations(
    'kA',
    { value: 2, sd: 0.5 },
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
  inOutputs(
    'thE',
    { value: 0.2, sd: 0.6 },
    'relative',
    ['K0026', 'K0044', 'K0502', 'K0503', 'AE02', 'AE12', 'AE34'],
    'rougeur à peine visible',
    'redness that just shows',
  ),
]
