export { default as BenchPage } from './BenchPage.svelte'
export { default as LabelSheet } from './LabelSheet.svelte'
export { default as TubePage } from './TubePage.svelte'
export { benchWords } from './words.ts'
