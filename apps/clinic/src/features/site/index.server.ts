export { readSite } from './read-site.server.ts'
