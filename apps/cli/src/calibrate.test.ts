import { expect, test, vi } from 'vitest'
import { calibrateCommand } from './calibrate.ts'
import { readCall } from './command-line/command.ts'

test('calibrate --check finds the shipped posterior current and writes nothing', async () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const code = await calibrateCommand.run(readCall('calibrate', calibrateCommand, ['--check']))
  const said = write.mock.calls.map(([text]) => text).join('')
  write.mockRestore()
  expect(said).toBe('The shipped posterior is current.\n')
  expect(code).toBe(0)
}, 60_000)

test('options of calibrate have limits', () => {
  expect(() => readCall('calibrate', calibrateCommand, ['--draws', '5'])).toThrow('--draws')
  expect(() => readCall('calibrate', calibrateCommand, ['course.json'])).toThrow()
})
