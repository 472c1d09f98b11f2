import { expect, test } from 'vitest'
import tokens from '../tokens.json' with { type: 'json' }
import { courseStyle, cursorStyle, forecastStyle, skinStyle, stripStyle } from './dot-style.ts'

test('the dots of forecasts and of the skin are those of the tokens', () => {
  const { strip, forecast, course, quantileAtCursor, skin } = tokens.dots
  expect(strip).toMatchObject(stripStyle)
  expect(forecast).toMatchObject(forecastStyle)
  expect(course).toMatchObject(courseStyle)
  expect(quantileAtCursor).toMatchObject(cursorStyle)
  expect(skin).toMatchObject(skinStyle)
})
