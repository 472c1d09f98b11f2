import { A, C, GAMMA, H, NODES, TIME_WEIGHTS } from './rodas5p.ts'
import type { StiffSystem } from './stiff-system.ts'

/** One step of Rodas5P on buffers of its own. Nothing is allocated after it is made. */
export interface RodasStep {
  /** State at the end of the step last tried, and its estimated error. */
  readonly end: Float64Array
  readonly error: Float64Array
  /** Tries t → t + h from y, whose derivative is `slope`; false when the matrix is singular. */
  attempt(system: StiffSystem, t: number, h: number, y: Float64Array, slope: Float64Array): boolean
  /** Prepares the dense output of the step last tried; call once a step, before `interpolate`. */
  prepareInterpolation(): void
  /** out := state at θ of the step, 0 ≤ θ ≤ 1, `y` being the state at its beginning. */
  interpolate(theta: number, y: Float64Array, out: Float64Array): void
}

export const makeRodasStep = (size: number): RodasStep => {
  const buffer = () => new Float64Array(size)
  const u1 = buffer()
  const u2 = buffer()
  const u3 = buffer()
  const u4 = buffer()
  const u5 = buffer()
  const u6 = buffer()
  const u7 = buffer()
  const u8 = buffer()
  const stage = buffer()
  const carry = buffer()
  const carry7 = buffer()
  const carry8 = buffer()
  const e1 = buffer()
  const e2 = buffer()
  const e3 = buffer()
  const slopeInTime = buffer()
  const [[a21], [a31, a32], [a41, a42, a43], [a51, a52, a53, a54], [a61, a62, a63, a64, a65]] = A
  const [[C21], [C31, C32], [C41, C42, C43], [C51, C52, C53, C54], [C61, C62, C63, C64, C65], C7, C8] = C
  const [C71, C72, C73, C74, C75, C76] = C7
  const [C81, C82, C83, C84, C85, C86, C87] = C8
  const [H1, H2, H3] = H
  const [H11, H12, H13, H14, H15, H16, H17, H18] = H1
  const [H21, H22, H23, H24, H25, H26, H27, H28] = H2
  const [H31, H32, H33, H34, H35, H36, H37, H38] = H3
  const [c2, c3, c4, c5] = NODES
  const [d1, d2, d3, d4, d5] = TIME_WEIGHTS

  const attempt = (system: StiffSystem, t: number, h: number, y: Float64Array, slope: Float64Array): boolean => {
    if (!system.factor(t, y, 1 / (GAMMA * h))) return false
    if (system.timeDerivative) system.timeDerivative(t, y, slopeInTime)
    else slopeInTime.fill(0)
    const perH = 1 / h
    const hd1 = h * d1
    const hd2 = h * d2
    const hd3 = h * d3
    const hd4 = h * d4
    const hd5 = h * d5

    for (let i = 0; i < size; i += 1) u1[i] = slope[i]! + hd1 * slopeInTime[i]!
    system.solve(u1)

    for (let i = 0; i < size; i += 1) {
      const v1 = u1[i]!
      stage[i] = y[i]! + a21 * v1
      carry[i] = hd2 * slopeInTime[i]! + perH * (C21 * v1)
    }
    system.derivative(t + c2 * h, stage, u2)
    for (let i = 0; i < size; i += 1) u2[i]! += carry[i]!
    system.solve(u2)

    for (let i = 0; i < size; i += 1) {
      const v1 = u1[i]!
      const v2 = u2[i]!
      stage[i] = y[i]! + a31 * v1 + a32 * v2
      carry[i] = hd3 * slopeInTime[i]! + perH * (C31 * v1 + C32 * v2)
    }
    system.derivative(t + c3 * h, stage, u3)
    for (let i = 0; i < size; i += 1) u3[i]! += carry[i]!
    system.solve(u3)

    for (let i = 0; i < size; i += 1) {
      const v1 = u1[i]!
      const v2 = u2[i]!
      const v3 = u3[i]!
      stage[i] = y[i]! + a41 * v1 + a42 * v2 + a43 * v3
      carry[i] = hd4 * slopeInTime[i]! + perH * (C41 * v1 + C42 * v2 + C43 * v3)
    }
    system.derivative(t + c4 * h, stage, u4)
    for (let i = 0; i < size; i += 1) u4[i]! += carry[i]!
    system.solve(u4)

    for (let i = 0; i < size; i += 1) {
      const v1 = u1[i]!
      const v2 = u2[i]!
      const v3 = u3[i]!
      const v4 = u4[i]!
      stage[i] = y[i]! + a51 * v1 + a52 * v2 + a53 * v3 + a54 * v4
      carry[i] = hd5 * slopeInTime[i]! + perH * (C51 * v1 + C52 * v2 + C53 * v3 + C54 * v4)
    }
    system.derivative(t + c5 * h, stage, u5)
    for (let i = 0; i < size; i += 1) u5[i]! += carry[i]!
    system.solve(u5)

    for (let i = 0; i < size; i += 1) {
      const v1 = u1[i]!
      const v2 = u2[i]!
      const v3 = u3[i]!
      const v4 = u4[i]!
      const v5 = u5[i]!
      stage[i] = y[i]! + a61 * v1 + a62 * v2 + a63 * v3 + a64 * v4 + a65 * v5
      carry[i] = perH * (C61 * v1 + C62 * v2 + C63 * v3 + C64 * v4 + C65 * v5)
      carry7[i] = C71 * v1 + C72 * v2 + C73 * v3 + C74 * v4 + C75 * v5
      carry8[i] = C81 * v1 + C82 * v2 + C83 * v3 + C84 * v4 + C85 * v5
    }
    system.derivative(t + h, stage, u6)
    for (let i = 0; i < size; i += 1) u6[i]! += carry[i]!
    system.solve(u6)

    for (let i = 0; i < size; i += 1) stage[i]! += u6[i]!
    system.derivative(t + h, stage, u7)
    for (let i = 0; i < size; i += 1) u7[i]! += perH * (carry7[i]! + C76 * u6[i]!)
    system.solve(u7)

    for (let i = 0; i < size; i += 1) stage[i]! += u7[i]!
    system.derivative(t + h, stage, u8)
    for (let i = 0; i < size; i += 1) u8[i]! += perH * (carry8[i]! + C86 * u6[i]! + C87 * u7[i]!)
    system.solve(u8)

    for (let i = 0; i < size; i += 1) stage[i]! += u8[i]!
    return true
  }

  const prepareInterpolation = (): void => {
    for (let i = 0; i < size; i += 1) {
      const v1 = u1[i]!
      const v2 = u2[i]!
      const v3 = u3[i]!
      const v4 = u4[i]!
      const v5 = u5[i]!
      const v6 = u6[i]!
      const v7 = u7[i]!
      const v8 = u8[i]!
      e1[i] = H11 * v1 + H12 * v2 + H13 * v3 + H14 * v4 + H15 * v5 + H16 * v6 + H17 * v7 + H18 * v8
      e2[i] = H21 * v1 + H22 * v2 + H23 * v3 + H24 * v4 + H25 * v5 + H26 * v6 + H27 * v7 + H28 * v8
      e3[i] = H31 * v1 + H32 * v2 + H33 * v3 + H34 * v4 + H35 * v5 + H36 * v6 + H37 * v7 + H38 * v8
    }
  }

  return {
    end: stage,
    error: u8,
    attempt,
    prepareInterpolation,
    interpolate(theta, y, out) {
      const rest = 1 - theta
      for (let i = 0; i < size; i += 1)
        out[i] = rest * y[i]! + theta * (stage[i]! + rest * (e1[i]! + theta * (e2[i]! + theta * e3[i]!)))
    },
  }
}
