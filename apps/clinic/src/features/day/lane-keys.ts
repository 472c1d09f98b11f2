/** The block that an arrow key leads to from another, or undefined: along the lane, or to the nearest in a lane beside it. */
export function moveTo(key: string, from: HTMLElement, board: HTMLElement): HTMLElement | undefined {
  const lanes = [...board.querySelectorAll<HTMLElement>('.track')]
    .map((lane) => [...lane.querySelectorAll<HTMLElement>('[data-block]')])
    .filter((blocks) => blocks.length > 0)
  const laneAt = lanes.findIndex((blocks) => blocks.includes(from))
  const lane = lanes[laneAt]
  if (!lane) return undefined
  const at = lane.indexOf(from)
  if (key === 'ArrowRight') return lane[at + 1]
  if (key === 'ArrowLeft') return lane[at - 1]
  if (key === 'Home') return lane[0]
  if (key === 'End') return lane.at(-1)
  const beside = key === 'ArrowDown' ? lanes[laneAt + 1] : key === 'ArrowUp' ? lanes[laneAt - 1] : undefined
  return beside?.reduce((nearest, block) => (distance(block, from) < distance(nearest, from) ? block : nearest))
}

function distance(a: HTMLElement, b: HTMLElement): number {
  return Math.abs(Number(a.dataset.from) - Number(b.dataset.from))
}
