/** A growing list of places, in mm. */
export interface HoleList {
  readonly count: () => number
  push(xMm: number, yMm: number): void
  /** The places so far; the arrays are as long as their count. */
  done(): { readonly xMm: Float32Array; readonly yMm: Float32Array }
}

/** Keeps what falls into the area or within `marginMm` around it. */
export function makeHoleList(area: { widthMm: number; heightMm: number }, marginMm: number): HoleList {
  let xMm = new Float32Array(1024)
  let yMm = new Float32Array(1024)
  let count = 0
  const grown = (old: Float32Array) => {
    const larger = new Float32Array(old.length * 2)
    larger.set(old)
    return larger
  }
  return {
    count: () => count,
    push(x, y) {
      if (x < -marginMm || y < -marginMm || x > area.widthMm + marginMm || y > area.heightMm + marginMm) return
      if (count === xMm.length) {
        xMm = grown(xMm)
        yMm = grown(yMm)
      }
      xMm[count] = x
      yMm[count] = y
      count += 1
    },
    done: () => ({ xMm: xMm.slice(0, count), yMm: yMm.slice(0, count) }),
  }
}
