import { courseToSbml, POSTERIOR_SIZE, posteriorDraw } from '@pointille/healing'
import type { Command } from './command-line/command.ts'
import { readCourse } from './command-line/course-file.ts'
import { writeTo } from './command-line/files.ts'

/** `pointille sbml COURSE.json`: the equations of one course, for other simulators. */
export const sbmlCommand: Command = {
  takes: 'COURSE.json',
  says: 'the equations of a course as SBML, for COPASI, Tellurium and other simulators',
  explains: `
COURSE.json is that of pointille forecast. SBML Level 3 Version 2 Core: every state is a species with a rate rule,
every named intermediate result an assignment rule, every treatment an event. Time is in days. Parameters have the
medians of the calibration unless a draw is asked for; their notes tell unit, 90 % range and sources. MODEL.md explains
every equation.`,
  words: { low: 1, high: 1 },
  options: {
    out: { kind: 'text', shows: 'FILE', says: 'write there instead of to the output stream' },
    draw: {
      kind: 'number',
      shows: 'N',
      low: 0,
      high: POSTERIOR_SIZE - 1,
      isWhole: true,
      says: `parameters of one draw of the calibration, 0 to ${POSTERIOR_SIZE - 1}`,
    },
  },
  examples: [
    'npx pointille sbml course.json > course.xml',
    'npx pointille sbml course.json --draw 17 --out course.xml',
  ],
  async run(asked) {
    const draw = asked.number('draw')
    const course = await readCourse(asked.words[0]!)
    const sbml = courseToSbml(course, draw === undefined ? undefined : posteriorDraw(draw))
    const out = asked.text('out')
    if (out) {
      await writeTo(out, sbml)
      console.error(out)
    } else process.stdout.write(sbml)
    return 0
  },
}
