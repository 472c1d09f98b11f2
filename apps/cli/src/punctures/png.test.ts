import { crc32, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { makeMap } from './map.ts'
import { encodePng } from './png.ts'

/** Reads a PNG back by the letter of the format: lengths, names and check sums of every chunk. */
function decode(png: Buffer) {
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const body = png.subarray(at + 4, at + 8 + length)
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body))
    chunks.set(body.toString('latin1', 0, 4), body.subarray(4))
    at += 12 + length
  }
  const header = chunks.get('IHDR')!
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const rows = inflateSync(chunks.get('IDAT')!)
  expect(rows.length).toBe((width + 1) * height)
  const palette = chunks.get('PLTE')!
  const colourAt = (x: number, y: number) => {
    expect(rows[y * (width + 1)]).toBe(0)
    const index = rows[y * (width + 1) + 1 + x]!
    return palette.subarray(3 * index, 3 * index + 3).toString('hex')
  }
  return { width, height, names: [...chunks.keys()], kind: [...header.subarray(8)], colourAt }
}

test('a picture is read back as it was given', () => {
  const palette = Uint8Array.of(1, 2, 3, 250, 251, 252)
  const { width, height, names, kind, colourAt } = decode(
    encodePng({ width: 3, height: 2, palette, pixels: Uint8Array.of(0, 1, 0, 1, 1, 0) }),
  )
  expect([width, height]).toEqual([3, 2])
  expect(names).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
  expect(kind).toEqual([8, 3, 0, 0, 0])
  expect([0, 1, 2].map((x) => colourAt(x, 1))).toEqual(['fafbfc', 'fafbfc', '010203'])
})

test('a map is paper with garance holes, darker where they overlap, inside a ruler', () => {
  const map = makeMap({ widthMm: 1, heightMm: 1, cellUm: 10 })
  for (let row = 0; row < 100; row++) {
    const times = new Uint8Array(100)
    if (row === 40) times.set([1, 4, 9], 60)
    map.see(row, times)
  }
  const { width, height, colourAt } = decode(map.png())
  expect([width, height]).toEqual([164, 164])
  const at = (column: number, row: number) => colourAt(34 + column, 30 + row)
  expect(at(0, 0)).toBe('fbfaf7')
  expect(at(60, 40)).toBe('8c1d3f')
  expect(at(61, 40)).toBe('330c1e')
  expect(at(62, 40)).toBe('330c1e')
  expect(at(63, 40)).toBe('fbfaf7')
  // Ticks at 0 and 1 mm, below and at the left.
  expect([at(0, 107), at(99, 107), colourAt(26, 129), colourAt(26, 30)]).toEqual(Array(4).fill('7f7c73'))
})

test('cells too many for the picture are averaged', () => {
  const map = makeMap({ widthMm: 50, heightMm: 1, cellUm: 10 })
  const times = new Uint8Array(5000)
  times.set([1, 1, 0, 0], 0)
  for (let row = 0; row < 100; row++) map.see(row, row < 2 ? times : new Uint8Array(5000))
  const { width, colourAt } = decode(map.png())
  expect(width).toBe(34 + 2500 + 30)
  expect(colourAt(34, 30)).toBe('8c1d3f')
  expect(colourAt(35, 30)).toBe('fbfaf7')
})
