import type { ArmsReport, KineticsReport } from '@pointille/healing'

type Skipped = ArmsReport['skipped']

/** The arms' predictions as a table, then what they are worth. Percent. */
export function sayArms({ rows, summary, skipped }: ArmsReport): string {
  const table = columns(
    ['id', 'indication', 'study', 'observed', 'median', '90 % band', 'inside', 'mean', 'line'],
    rows.map((row) => [
      row.id,
      `${row.indication}${row.prp ? ' + PRP' : ''}`,
      `${row.study.slice(0, 32)}${row.leftOut ? ' *' : ''}`,
      row.observed.toFixed(1),
      row.median.toFixed(1),
      `${row.low90.toFixed(0)} to ${row.high90.toFixed(0)}`,
      row.inside ? 'yes' : 'NO',
      row.guesses.indicationMean.toFixed(1),
      row.guesses.treatmentsRegression.toFixed(1),
    ]),
    new Set([3, 4, 5, 7, 8]),
  )
  const { n, studies, mae, coverage90, coverage90Interval, meanWidth90, baselines } = summary
  if (n === 0) return ['No row could be predicted.', saySkipped(skipped)].join('\n')
  const percent = (share: number | null) => `${Math.round(100 * (share ?? 0))} %`
  const points = (value: number | null) => `${(value ?? 0).toFixed(1)} points`
  return [
    'Improvement of trial arms, percent of the score at the start. Each is predicted without having been seen;',
    '* = the model knows this study and was fitted anew without it. mean, line = the two guesses without a model.',
    '',
    table,
    '',
    `${n} arms of ${studies} studies.${summary.isFew ? ' Few studies: a difference of a point or two means nothing.' : ''}`,
    `Mean absolute error   model's median            ${points(mae)}`,
    `                      mean of the indication    ${points(baselines.indicationMean)}`,
    `                      line over treatments      ${points(baselines.treatmentsRegression)}`,
    `In the 90 % band      ${percent(coverage90)} (95 % interval ${percent(coverage90Interval[0])} to ${percent(coverage90Interval[1])})`,
    `Mean width of it      ${points(meanWidth90)}`,
    '',
    saySkipped(skipped),
  ].join('\n')
}

/** The kinetic predictions as a table, each in its own unit. */
export function sayKinetics({ rows, summary, skipped }: KineticsReport): string {
  const digits = (value: number) => String(Number(value.toPrecision(3)))
  const table = columns(
    ['id', 'quantity', 'unit', 'observed', 'median', '90 % band', 'band meets', 'median inside'],
    rows.map((row) => [
      row.id,
      row.quantity,
      row.unit,
      row.observed === null ? '' : digits(row.observed),
      digits(row.median),
      `${digits(row.low90)} to ${digits(row.high90)}`,
      row.inside ? 'yes' : 'NO',
      row.medianInside ? 'yes' : 'NO',
    ]),
    new Set([3, 4, 5]),
  )
  if (rows.length === 0) return ['No row could be predicted.', saySkipped(skipped)].join('\n')
  return [
    'Numbers of healing. The rows of the shipped table are those that the model was calibrated on.',
    '',
    table,
    '',
    `${summary.n} rows: the 90 % band meets the tolerance of ${summary.inside}, the median lies in that of ${summary.medianInside}.`,
    '',
    saySkipped(skipped),
  ].join('\n')
}

/** How many rows were not predicted, by reason, with their ids. */
function saySkipped(skipped: Skipped): string {
  if (skipped.length === 0) return 'No row was skipped.'
  const reasons = Map.groupBy(skipped, ({ reason }) => reason.split(':', 1)[0]!)
  const lines = [...reasons].map(([reason, rows]) => {
    const ids = rows.slice(0, 8).map(({ id }) => id)
    return `  ${reason} (${rows.length}): ${ids.join(', ')}${rows.length > 8 ? ' …' : ''}`
  })
  return [`${skipped.length} rows were not predicted (--json tells each reason in full):`, ...lines].join('\n')
}

/** Aligned columns; `right` = numbers, which end under each other. */
function columns(head: readonly string[], rows: readonly (readonly string[])[], right: ReadonlySet<number>): string {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]!.length)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (right.has(at) ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
      .join('  ')
      .trimEnd()
  return [head, ...rows].map(line).join('\n')
}
