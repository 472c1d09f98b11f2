export { default as LettersPage } from './LettersPage.svelte'
export { default as LookBackForm } from './LookBackForm.svelte'
export { default as LookBackPage } from './LookBackPage.svelte'
export { lookBackWords } from './words.ts'
