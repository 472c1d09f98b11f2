/** Colours of the house on paper. Hue is phase; everything else is ink. */
export const INK = {
  paper: '#FBFAF7',
  surface: '#FFFFFF',
  ink: '#1E2530',
  ink2: '#4A5361',
  mute: '#5A6371',
  line: '#D8D6CE',
  inflammation: '#8C1D3F',
  proliferation: '#B86E00',
  remodelling: '#2F5FB3',
} as const

/** A text, escaped; `style` holds attributes such as `font-weight="600"`. */
export function text(x: number, y: number, size: number, words: string, style = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" ${style}>${escapeText(words)}</text>`
}

export function escapeText(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

export function line(x1: number, y1: number, x2: number, y2: number, style: string): string {
  return `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" ${style}/>`
}

/** A path through points, in order. */
export function through(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}
