import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findChromium } from './chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'chromium-'))
const path = join(folder, 'chromium-browser')
writeFileSync(path, '')

describe('finding a Chromium', () => {
  test('takes the one that CHROMIUM names before any other', () => {
    const named = join(folder, 'named')
    writeFileSync(named, '')
    expect(findChromium({ CHROMIUM: named, PATH: folder })).toBe(named)
  })

  test('looks for the system’s names along the path', () => {
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(path)
  })

  test('says that CHROMIUM is wrong rather than taking another', () => {
    expect(() => findChromium({ CHROMIUM: '/nowhere/chrome', PATH: folder })).toThrow('/nowhere/chrome')
  })
})
