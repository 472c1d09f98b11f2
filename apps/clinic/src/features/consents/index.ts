export { default as ConsentRead } from './ConsentRead.svelte'
export { default as ConsentSign } from './ConsentSign.svelte'
export { default as ConsentSigned } from './ConsentSigned.svelte'
export { consentPageWords } from './words.ts'
