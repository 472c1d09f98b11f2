export { insertConsent, type SignedConsent, withdrawConsents } from './consents.queries.server.ts'
