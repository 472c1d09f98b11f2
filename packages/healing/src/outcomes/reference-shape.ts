import { PARAMETERS } from '../cascade/parameters.ts'
import { learntParameters } from '../cascade/posterior.ts'
import { type TimeShape, timeShapeOf } from './time-shape.ts'

/** The shape in time with every parameter at its median after calibration; trials are read with it. */
export const referenceShape = (): TimeShape => {
  const after = new Map(learntParameters().map(({ symbol, after: { value } }) => [symbol, value]))
  return timeShapeOf(Float64Array.from(PARAMETERS, ({ symbol, value }) => after.get(symbol) ?? value))
}
