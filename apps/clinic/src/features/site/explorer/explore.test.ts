import { describe, expect, it } from 'vitest'
import { explore } from './explore.ts'
import { courseOf, needleMmRange, passesRange, readTreatment, usualTreatment } from './explored-treatment.ts'
import { sayExploration } from './say-exploration.ts'

const usual = explore(usualTreatment)
const dots = (path = '') => path.split('m').length - 1

describe('what a reader may turn', () => {
  const read = (asked: string, mayUsePrp = true) => readTreatment(new URLSearchParams(asked), mayUsePrp)

  it('is as usual where the address says nothing, or nothing that can be read', () => {
    expect(read('')).toEqual(usualTreatment)
    expect(read('needle=x&passes=&day=NaN')).toEqual(usualTreatment)
  })

  it('stays within the controls, on their steps', () => {
    expect(read('needle=99&passes=-4&day=1e9')).toMatchObject({
      needleMm: needleMmRange.to,
      passes: passesRange.from,
      day: 28,
    })
    expect(read('needle=0.8&day=3.6')).toMatchObject({ needleMm: 0.75, day: 4 })
  })

  it('takes the day that was pressed, not the slider of the same name before it', () => {
    expect(read('day=3&day=14').day).toBe(14)
  })

  it('has plasma only where this clinic may use it', () => {
    expect(read('prp=1').prp).toBe(true)
    expect(read('prp=1', false).prp).toBe(false)
    expect(courseOf(read('prp=1', false)).treatments[0]).not.toHaveProperty('prp')
  })
})

describe('an explored treatment', () => {
  it('has a skin for every day, closing and calming down', () => {
    expect(usual.skins).toHaveLength(29)
    expect(usual.skins[0]!.closedOf20).toBe(0)
    expect(usual.skins[28]!.closedOf20).toBe(20)
    expect(usual.skins[28]!.inflammation.p50).toBeLessThan(usual.skins[1]!.inflammation.p50)
  })

  it('is the same whoever solves it, and however often', () => {
    expect(explore(usualTreatment)).toEqual(usual)
  })

  it('has denser clouds with longer needles, and deeper channels', () => {
    const short = explore({ ...usualTreatment, needleMm: 0.5 })
    for (const phase of [0, 1, 2]) {
      const count = (of: typeof usual) => dots(of.clouds.wide[phase]!.inks[0]!.path)
      expect(count(short)).toBeLessThan(count(usual))
    }
    expect(short.skins[0]!.channelDepthMm.p50).toBeLessThan(usual.skins[0]!.channelDepthMm.p50)
  })

  it('is told in sentences of both languages, twenty people in all', () => {
    for (const language of ['fr', 'en'] as const)
      for (const day of [0, 1, 3, 7, 28]) {
        const said = sayExploration(usual, day, language)
        expect(said.redness.counts.reduce((sum, count) => sum + count, 0)).toBe(20)
        for (const sentence of [...said.under, said.visible, said.redness.sentence, ...said.badlyKnown])
          expect(sentence).toMatch(/^\p{Lu}.+\.$|^\d+ .+\.$/u)
      }
  })
})
