import { PassThrough } from 'node:stream'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Command } from './command.ts'
import { showProgress } from './progress.ts'
import { runCommand } from './run-command.ts'

const seen: unknown[] = []
const commands: Record<string, Command> = {
  forecast: {
    takes: 'COURSE.json',
    says: 'what the skin will do',
    words: { low: 1, high: 1 },
    options: {
      json: { kind: 'flag', says: 'numbers for a program' },
      ensemble: { kind: 'number', shows: 'N', low: 20, high: 5000, isWhole: true, says: 'courses computed' },
      lang: { kind: 'text', shows: 'LANGUAGE', oneOf: ['en', 'fr'], says: 'language of the summary' },
    },
    examples: ['npx pointille forecast course.json'],
    run: async (asked) => {
      seen.push(asked.words, asked.flag('json'), asked.number('ensemble'), asked.text('lang'))
      return 0
    },
  },
}

async function call(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {})
  const err = vi.spyOn(console, 'error').mockImplementation(() => {})
  const status = await runCommand(commands, args)
  return { status, out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n') }
}

afterEach(() => {
  vi.restoreAllMocks()
  seen.length = 0
})

describe('a command line', () => {
  test('reaches the command with its words and options in any order', async () => {
    await call('forecast', '--ensemble', '40', 'a.json', '--json', '--lang=fr')
    expect(seen).toEqual([['a.json'], true, 40, 'fr'])
  })

  test('asked for help shows options and an example, and is no fault', async () => {
    const { status, out } = await call('forecast', '--help')
    expect(status).toBe(0)
    expect(out).toContain('--ensemble N')
    expect(out).toContain('npx pointille forecast course.json')
    expect((await call()).out).toContain('forecast COURSE.json')
  })

  test.each([
    [['forecats', 'a.json'], 'Did you mean forecast?'],
    [['forecast', 'a.json', '--ensembel', '3'], 'Did you mean --ensemble?'],
    [['forecast', 'a.json', '--ensemble', '3'], '--ensemble: a whole number from 20 to 5000'],
    [['forecast', 'a.json', '--ensemble', '30.5'], '--ensemble: a whole number from 20 to 5000'],
    [['forecast', 'a.json', '--ensemble'], '--ensemble: a value is missing'],
    [['forecast', 'a.json', '--json=yes'], '--json: it takes no value'],
    [['forecast', 'a.json', '--lang', 'de'], '--lang: "de" is not one of en, fr'],
    [['forecast', 'a.json', '--json', '--json'], '--json: it is given twice'],
    [['forecast'], 'Write: npx pointille forecast COURSE.json'],
  ])('%j ends with 2 and names what to mend', async (args, said) => {
    const { status, err } = await call(...args)
    expect(status).toBe(2)
    expect(err).toContain(said)
    expect(seen).toEqual([])
  })
})

describe('progress', () => {
  const written = (isTTY: boolean, steps: number[], afterMs = 0) => {
    const stream = Object.assign(new PassThrough(), { isTTY })
    const bar = showProgress('Forecast', 200, stream, afterMs)
    for (const step of steps) bar.reach(step)
    bar.end()
    return String(stream.read() ?? '')
  }

  test('in a log is one line every ten percent', () => {
    expect(written(false, [1, 19, 20, 21, 59, 200])).toBe('Forecast 10 %\nForecast 20 %\nForecast 100 %\n')
  })

  test('on a terminal redraws one line', () => {
    const text = written(true, [100, 200])
    expect(text.split('\r')).toHaveLength(3)
    expect(text.endsWith('100 %\n')).toBe(true)
  })

  test('says nothing of work that is soon over', () => {
    expect(written(true, [100, 200], 60_000)).toBe('')
  })
})
