import bwip from 'bwip-js/node'

/**
 * A label's code as a DataMatrix. A scanner types exactly the text that stands beside it: this is our own number, not a GS1 one.
 * @returns the dark modules as an SVG path, one unit a module, and how many modules a side has
 */
export function drawLabelSymbol(code: string): { path: string; size: number } {
  const [symbol] = bwip.raw({ bcid: 'datamatrix', text: code })
  if (!symbol || !('pixs' in symbol)) throw new Error('a DataMatrix is drawn as modules')
  const { pixs, pixx } = symbol
  const dark = Array.from(pixs, (module, at) => (module ? `M${at % pixx} ${Math.floor(at / pixx)}h1v1h-1z` : ''))
  return { path: dark.join(''), size: pixx }
}
