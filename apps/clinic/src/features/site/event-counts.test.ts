import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { eventCounts } from './event-counts.ts'
import { safetyStatements } from './safety-statements.ts'
import { safetyWords } from './safety-words.ts'
import { pick } from './statement.ts'

const evidence = new URL('../../../../../packages/healing/evidence/', import.meta.url)
const lineOf = (id: string): string => {
  const file = id.startsWith('AE') ? 'adverse-events.csv' : 'outcomes.csv'
  return (
    readFileSync(new URL(file, evidence), 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${id},`)) ?? ''
  )
}
const counts = Object.values(eventCounts).flat()

describe('the counts of what can happen', () => {
  it.each(counts.filter(({ source }) => source.startsWith('AE')))(
    'are those of row $source',
    ({ source, affected, people }) => {
      expect(lineOf(source)).toMatch(
        new RegExp(
          `^${source},[^,"]*(?:"[^"]*")?[^,]*,${affected},${people},|^${source},"[^"]*",${affected},${people},`,
        ),
      )
    },
  )

  it('are those of the stretch-mark series, which prints two events in one row', () => {
    expect(lineOf('SD06')).toMatch(/,32,MN alone,.*PIH 7 \(21\.9%\); skin infection 1 \(3\.1%\)/)
    expect(counts.filter(({ source }) => source === 'SD06').map(({ affected, people }) => [affected, people])).toEqual([
      [7, 32],
      [1, 32],
    ])
  })

  it('are those that the sentences beside them say', () => {
    const [patches, infection] = pick(safetyStatements, 'Q-11', 'Q-15')
    for (const { affected, people } of eventCounts.brownPatches)
      expect(patches?.fr.replaceAll('\u00a0', ' ')).toContain(`${affected} sur ${people}`)
    for (const { affected, people } of eventCounts.infection)
      expect(infection?.en).toContain(`${affected} of ${people}`)
  })

  it('name their study in both languages', () => {
    for (const { source } of counts)
      for (const language of ['fr', 'en'] as const)
        expect((safetyWords[language].studies as Record<string, string>)[source]).toBeTruthy()
  })
})
