/*
 * The dots of these pictures, as `tokens.json` has them (a test compares): a browser that draws forecasts need not load the
 * whole table.
 */
export const stripStyle = { pitch: 2.5, diameter: [2, 2.8], dash: [5.5, 1.6], seed: [20, 21, 22], tries: 30 } as const
export const forecastStyle = { pitch: 2.3, diameter: 1.8, gain: 0.62, ceiling: 0.8, seed: 5, tries: 24 } as const
export const courseStyle = { pitch: 4.5, dash: [5.5, 1.9], seed: 15, tries: 26 } as const
export const cursorStyle = { diameter: 8.4, step: 10.4, bin: 0.26 } as const
export const skinStyle = { pitch: 2.15, seed: 11, tries: 26 } as const
