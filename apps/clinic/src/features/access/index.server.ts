export type { Actor, Caller, Role } from './caller.server.ts'
export { doorOf, listDoors } from './doors.ts'
export { type Action, may } from './permissions.ts'
