import { backupCommand } from './backup.ts'
import { calibrateCommand } from './calibrate.ts'
import type { Command } from './command-line/command.ts'
import { runCommand } from './command-line/run-command.ts'
import { doseCommand } from './dose.ts'
import { forecastCommand } from './forecast.ts'
import { puncturesCommand } from './punctures.ts'
import { restoreCommand } from './restore.ts'
import { sbmlCommand } from './sbml.ts'
import { validateCommand } from './validate.ts'
import { verifyCommand } from './verify.ts'

/** The words after `npx pointille`, in the order in which the help lists them. */
const commands: Record<string, Command> = {
  calibrate: calibrateCommand,
  forecast: forecastCommand,
  dose: doseCommand,
  punctures: puncturesCommand,
  sbml: sbmlCommand,
  validate: validateCommand,
  verify: verifyCommand,
  backup: backupCommand,
  restore: restoreCommand,
}

process.exitCode = await runCommand(commands, process.argv.slice(2))
