export { type Action, may } from './permissions.ts'
