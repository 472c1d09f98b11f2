export type { Actor, Caller, Role } from './caller.server.ts'
export { doorOf } from './doors.ts'
export { type Action, may } from './permissions.ts'
