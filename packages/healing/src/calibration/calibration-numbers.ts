import { type Quantity, quantity } from '../quantity.ts'
import { COVERED, SEALED, UNSEEN } from './kinetic-quantities.ts'
import { CELL_DISCREPANCY, ENDS, OVERSTEP } from './misfits.ts'
import { USUAL } from './settle-scenario.ts'

/** The middle of a range that a blank is filled from, and its ends. */
const filled = ({ low, high }: { readonly low: number; readonly high: number }, unit: string, fr: string, en: string) =>
  quantity((low + high) / 2, unit, [low, high], 'assumed', fr, en)

/** What the calibration and the reading of kinetic tables assume beside the priors of the cascade. */
export const CALIBRATION_NUMBERS: Readonly<Record<string, Quantity>> = {
  cellDiscrepancy: quantity(
    CELL_DISCREPANCY,
    'cell count',
    [0.1, 0.4],
    'assumed',
    'autre plaie que celle d’une aiguille',
    'another wound than a needle’s',
  ),
  overstep: quantity(
    OVERSTEP,
    'share',
    [0.02, 0.1],
    'assumed',
    'tolérance d’une fin d’inflammation',
    'tolerance of an end of inflammation',
  ),
  ...Object.fromEntries(
    ENDS.map(({ state, day, left }) => [
      `${state}LeftOnDay${day}`,
      quantity(
        left,
        'share of its peak',
        [left / 2, left * 2],
        'assumed',
        `reste de ${state} au jour ${day}`,
        `${state} left on day ${day}`,
      ),
    ]),
  ),
  sealed: quantity(
    SEALED,
    'fraction of holes',
    [0.01, 0.1],
    'assumed',
    'lumière d’un canal scellé',
    'lumen of a sealed channel',
  ),
  covered: quantity(
    COVERED,
    'fraction of holes',
    [0.001, 0.05],
    'assumed',
    'aire nue d’un trou recouvert',
    'bare area of a covered hole',
  ),
  unseen: quantity(
    UNSEEN,
    'share of redness that just shows',
    [0.001, 0.1],
    'assumed',
    'rougeur que nul ne verrait',
    'redness that nobody would see',
  ),
  ageYears: filled(USUAL.ageYears, 'a', 'âge qui n’est pas dit', 'age that is not told'),
  phototype: filled(USUAL.phototype, 'phototype', 'phototype qui n’est pas dit', 'phototype that is not told'),
  intervalDays: filled(USUAL.intervalDays, 'd', 'intervalle qui n’est pas dit', 'interval that is not told'),
  plateletFactor: filled(
    USUAL.plateletFactor,
    'times blood',
    'plaquettes qui ne sont pas dites',
    'platelets that are not told',
  ),
  prpDelayMinutes: filled(
    USUAL.prpDelayMinutes,
    'min',
    'délai du plasma qui n’est pas dit',
    'delay of plasma that is not told',
  ),
  ...Object.fromEntries(
    USUAL.devices.flatMap((device) => [
      [
        `${device}NeedleMm`,
        filled(USUAL.needleMm[device], 'mm', `aiguille non dite (${device})`, `needle not told (${device})`),
      ],
      [
        `${device}Passes`,
        filled(USUAL.passes[device], 'passes', `passages non dits (${device})`, `passes not told (${device})`),
      ],
    ]),
  ),
}
