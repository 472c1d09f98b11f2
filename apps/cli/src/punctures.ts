import { PUNCTURE_DEFAULTS, type PunctureOptions, simulatePunctures } from '@pointille/healing'
import type { Asked, Command } from './command-line/command.ts'
import { writeTo } from './command-line/files.ts'
import { InputFault } from './command-line/input-fault.ts'
import { showProgress } from './command-line/progress.ts'
import { sayPerson, sayTreatment } from './dose/say-dose.ts'
import { readTreatment, treatmentOptions } from './dose/treatment-options.ts'
import { doseWords } from './dose/words.ts'
import { fill, type Language } from './forecast/words.ts'
import { makeMap } from './punctures/map.ts'
import { sayPunctures } from './punctures/say-punctures.ts'

const MOST_CELLS = 400e6
const PROGRESS_STEPS = 1000

/** `pointille punctures`: every hole of every needle on a piece of skin, counted and drawn. */
export const puncturesCommand: Command = {
  takes: '',
  says: 'every hole of every needle on a piece of skin: cover, overlap, depths, a map',
  explains: `
The tool's own pattern is moved over the skin by a hand that strays, pass after pass in turning directions. The closed form
that \`dose\` uses stands beside what was counted.
--json: {holes, holesPerCm2, coverage, overlap: [share of the skin in no hole, one, two, …], neighbours, depths, reaching, closedForm}.`,
  words: { low: 0, high: 0 },
  options: {
    ...treatmentOptions,
    'width-mm': { kind: 'number', shows: 'MM', low: 1, high: 300, says: 'of the piece of skin (50 unless told)' },
    'height-mm': { kind: 'number', shows: 'MM', low: 1, high: 300, says: 'of the piece of skin (50 unless told)' },
    'cell-um': { kind: 'number', shows: 'UM', low: 1, high: 100, says: 'side of a counted cell, µm (10 unless told)' },
    directions: { kind: 'text', shows: 'LIST', says: 'of the passes in turn, degrees (0,90,45,135 unless told)' },
    'at-depth-mm': { kind: 'number', shows: 'MM', low: 0, high: 3, says: 'count there (0, the surface, unless told)' },
    seed: {
      kind: 'number',
      shows: 'N',
      low: 0,
      high: 4_294_967_295,
      isWhole: true,
      says: 'of the random numbers (1 unless told)',
    },
    png: { kind: 'text', shows: 'FILE', says: 'also draw the map' },
    json: { kind: 'flag', says: 'numbers for a program, instead of words' },
  },
  examples: [
    'npx pointille punctures --device roller --needle-mm 1.5 --passes 8 --site cheek --png holes.png',
    'npx pointille punctures --device pen --needle-mm 1 --passes 3 --width-mm 10 --height-mm 10 --cell-um 5 --json',
    'npx pointille punctures --device roller --needle-mm 1.5 --passes 4 --directions 0 --lang fr',
  ],
  async run(asked) {
    const language: Language = asked.text('lang') === 'fr' ? 'fr' : 'en'
    const { treatment, site, ageYears } = readTreatment(asked)
    const settings = readSettings(asked)
    const file = asked.text('png')
    const map = file ? makeMap(settings) : undefined
    const progress = showProgress('Punctures', PROGRESS_STEPS)
    const punctures = simulatePunctures(
      treatment,
      { site, ageYears },
      { ...settings, ...(map ? { see: map.see } : {}), reach: (share) => progress.reach(share * PROGRESS_STEPS) },
    )
    progress.end()
    if (file && map) {
      await writeTo(file, map.png())
      const { widthMm, heightMm } = settings
      console.error(fill(doseWords[language].picture, { file, width: widthMm, height: heightMm }))
    }
    if (asked.flag('json')) {
      const { draw: _, ...told } = settings
      console.log(JSON.stringify({ treatment, site, ageYears, ...told, ...punctures }))
      return 0
    }
    const { widthMm: width, heightMm: height, seed, directionsDegrees } = settings
    const on = fill(doseWords[language].on, { width, height, directions: directionsDegrees.join(', '), seed })
    console.log([`${sayTreatment(treatment, language)}; ${sayPerson(site, ageYears, language)}`, on, ''].join('\n'))
    console.log(sayPunctures(punctures, settings.atDepthMm, language).join('\n'))
    return 0
  },
}

function readSettings(asked: Asked): PunctureOptions {
  const settings = {
    ...PUNCTURE_DEFAULTS,
    widthMm: asked.number('width-mm') ?? PUNCTURE_DEFAULTS.widthMm,
    heightMm: asked.number('height-mm') ?? PUNCTURE_DEFAULTS.heightMm,
    cellUm: asked.number('cell-um') ?? PUNCTURE_DEFAULTS.cellUm,
    atDepthMm: asked.number('at-depth-mm') ?? PUNCTURE_DEFAULTS.atDepthMm,
    seed: asked.number('seed') ?? PUNCTURE_DEFAULTS.seed,
    directionsDegrees: readDirections(asked.text('directions')) ?? PUNCTURE_DEFAULTS.directionsDegrees,
  }
  const cells = (settings.widthMm * settings.heightMm * 1e6) / settings.cellUm ** 2
  if (cells > MOST_CELLS)
    throw new InputFault(
      `--cell-um: ${settings.widthMm} × ${settings.heightMm} mm are ${Math.round(cells / 1e6)} million cells of ${settings.cellUm} µm, at most ${MOST_CELLS / 1e6} are counted. Take larger cells or a smaller piece.`,
    )
  return settings
}

function readDirections(text: string | undefined): number[] | undefined {
  return text?.split(',').map((part) => {
    const degrees = Number(part)
    if (part.trim() === '' || !(Math.abs(degrees) <= 360))
      throw new InputFault(
        `--directions: degrees from -360 to 360 with commas are expected, such as 0,90, not ${JSON.stringify(part)}.`,
      )
    return degrees
  })
}
