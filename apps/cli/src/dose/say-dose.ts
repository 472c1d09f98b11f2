import {
  DOSE_NUMBERS,
  type DoseFigure,
  type DoseQuantity,
  type DoseWarning,
  type DoubtfulDose,
  layersAt,
  type NeedlingTreatment,
  type Site,
  type SkinLayer,
} from '@pointille/healing'
import { deviceWords, fill, type Language, number, siteWords } from '../forecast/words.ts'
import { doseWarningWords, doseWords, methodWords } from './words.ts'

type Row = { figure: DoseFigure; label: keyof (typeof doseWords)['en']; scale?: number; digits: number; unit?: string }

/** What the table tells, in its order; shares in percent. */
const ROWS: readonly Row[] = [
  { figure: 'holesPerCm2', label: 'holes', digits: 0, unit: 'perCm2' },
  { figure: 'penetration', label: 'penetration', scale: 100, digits: 0, unit: '%' },
  { figure: 'depthMm', label: 'depth', digits: 2, unit: 'mm' },
  { figure: 'skinMm', label: 'skin', digits: 2, unit: 'mm' },
  { figure: 'surfaceWidthMm', label: 'surfaceWidth', scale: 1000, digits: 0, unit: 'µm' },
  { figure: 'openShare', label: 'openShare', scale: 100, digits: 1, unit: '%' },
  { figure: 'epidermis', label: 'epidermis', scale: 100, digits: 1, unit: '%' },
  { figure: 'papillaryDermis', label: 'papillaryDermis', scale: 100, digits: 1, unit: '%' },
  { figure: 'reticularDermis', label: 'reticularDermis', scale: 100, digits: 1, unit: '%' },
  { figure: 'capillaryBreach', label: 'capillaryBreach', scale: 100, digits: 0, unit: '%' },
  { figure: 'bleedingHolesPerCm2', label: 'bleedingHoles', digits: 0, unit: 'perCm2' },
  { figure: 'pinpointBleeding', label: 'pinpointBleeding', scale: 100, digits: 0, unit: '%' },
  { figure: 'pain', label: 'pain', digits: 1 },
  { figure: 'rawDose', label: 'rawDose', digits: 2 },
  { figure: 'relativeDose', label: 'relativeDose', digits: 2 },
  { figure: 'aggression', label: 'aggression', scale: 100, digits: 0, unit: '%' },
]
const NUMBER_WIDTH = 8

export function sayTreatment(treatment: NeedlingTreatment, language: Language): string {
  return fill(doseWords[language].treatment, {
    device: deviceWords[language][treatment.device],
    length: number(treatment.needleMm, 2, language),
    passes: treatment.passes,
  })
}

/** The table of one treatment, one line a figure with its 5, 50 and 95 %, then its warnings. */
export function sayDose({ figures, warnings }: DoubtfulDose, language: Language): string[] {
  const say = doseWords[language]
  const width = Math.max(...ROWS.map(({ label }) => String(say[label]).length))
  const line = (label: string, numbers: readonly string[], unit: string) =>
    `  ${label.padEnd(width)}${numbers.map((text) => text.padStart(NUMBER_WIDTH)).join('')}  ${unit}`.trimEnd()
  const rows = ROWS.map(({ figure, label, scale = 1, digits, unit = '' }) => {
    const { p5, p50, p95 } = figures[figure]
    const told = unit === 'perCm2' ? say.perCm2 : unit
    return line(
      String(say[label]),
      [p5, p50, p95].map((value) => number(value * scale, digits, language)),
      told,
    )
  })
  const [, ...head] = say.head
  return [line('', head.slice(0, 3), ''), ...rows, ...warnings.map((warning) => sayWarning(warning, language))]
}

function sayWarning(warning: DoseWarning, language: Language): string {
  const { code, ...values } = warning
  const probability = 'throughProbability' in values ? values.throughProbability : values.probability
  const told = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, number(value, 2, language)] as const),
  )
  const percent = `${number(100 * probability, 0, language)} %`
  return `! ${fill(doseWarningWords[language][code], { ...told, probability: percent })}`
}

/** What is known of the skin at a site, and by which methods. */
export function saySkin(site: Site, language: Language): string {
  const { epidermis, dermis } = layersAt(site)
  return fill(doseWords[language].knownSkin, {
    epidermis: sayLayer(epidermis, 3, language),
    dermis: sayLayer(dermis, 2, language),
  })
}

function sayLayer({ meanMm, sdMm, methods, sources }: SkinLayer, digits: number, language: Language): string {
  return fill(doseWords[language].layer, {
    mean: number(meanMm, digits, language),
    sd: number(sdMm, digits, language),
    methods: methods.map((method) => methodWords[language][method]).join(', '),
    sources: sources === 'assumed' ? doseWords[language].assumed : sources.join(' '),
  })
}

export function sayPerson(site: Site, ageYears: number, language: Language): string {
  return fill(doseWords[language].person, { site: siteWords[language][site], age: ageYears })
}

/** Every number behind the dose: meaning, value, range, unit, source. */
export function sayNumbers(language: Language): string[] {
  const entries = Object.values<DoseQuantity>(DOSE_NUMBERS)
  return [
    doseWords[language].numbersHead,
    '',
    ...entries.flatMap(({ value, low, high, unit, sources, meaning }) => [
      `  ${meaning[language]}`,
      `      ${value} (${low} – ${high}) ${unit === '1' ? '' : `${unit} `} [${
        sources === 'assumed' ? doseWords[language].assumed : sources.join(' ')
      }]`.replace('  [', ' ['),
    ]),
  ]
}
