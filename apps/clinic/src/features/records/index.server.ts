export { listAuditLines, writeAuditLine } from './audit.queries.server.ts'
export { isNotAllowed, type NotAllowed, openRecord } from './open-record.server.ts'
