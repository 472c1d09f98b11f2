import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrastRatio } from './contrast.ts'
import { readTokens, tokensCss } from './generate-tokens.ts'

const tokens = readTokens()
const grounds = ['paper', 'surface', 'sunk']
const on = (names: string[], under: string[]) => names.flatMap((name) => under.map((ground) => [name, ground] as const))

const TEXT = [
  ...on(['ink', 'ink-2', 'mute', 'primary', 'primary-hover', 'ok', 'warn', 'stop', 'info'], grounds),
  ...on(['ink', 'ink-2'], ['ok-tint', 'warn-tint', 'stop-tint', 'info-tint']),
  ...['ok', 'warn', 'stop', 'info'].map((name) => [name, `${name}-tint`] as const),
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['on-stop', 'stop'],
  ['on-stop-fill', 'stop-fill'],
  ['paper', 'ink'],
] as const

const GRAPHICS = [
  ...on(['edge', 'phase-1', 'phase-2', 'phase-3', 'tissue', 'stop-fill'], ['paper', 'surface']),
  ...on(['edge', 'phase-2'], ['sunk']),
  ...on(['edge'], ['ok-tint', 'warn-tint', 'stop-tint', 'info-tint']),
] as const

describe.for(['light', 'dark'] as const)('%s colours', (theme) => {
  const color: Record<string, string> = tokens.color[theme]
  const ratio = ([name, ground]: readonly [string, string]) => contrastRatio(color[name]!, color[ground]!)

  test.for(TEXT.map(([name, ground]) => [name, ground] as const))('text: %s can be read on %s', (pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5)
  })

  test.for(GRAPHICS.map(([name, ground]) => [name, ground] as const))('graphics: %s can be seen on %s', (pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3)
  })
})

test('black on white is 21 and a colour on itself 1', () => {
  expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21)
  expect(contrastRatio('#24427F', '#24427F')).toBe(1)
})

test('both themes name the same colours', () => {
  expect(Object.keys(tokens.color.dark)).toEqual(Object.keys(tokens.color.light))
})

test('tokens.css is what tokens.json makes today', () => {
  expect(readFileSync(new URL('generated/tokens.css', import.meta.url), 'utf8')).toBe(tokensCss(tokens))
})
