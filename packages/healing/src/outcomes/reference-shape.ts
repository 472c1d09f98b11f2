import { priorMedian } from '../cascade/parameters.ts'
import { type TimeShape, timeShapeOf } from './time-shape.ts'

/** The shape in time under the middle of what is known of the cascade; trials are read with it. */
export const referenceShape = (): TimeShape => timeShapeOf(priorMedian())
