import { serveClinic } from '../main.ts'

/* One server process on the database in DATABASE_URL, at a port of its own; says its address and serves until killed. */
const { address } = await serveClinic({
  databaseUrl: process.env.DATABASE_URL ?? '',
  host: '127.0.0.1',
  port: 0,
  worker: false,
})
console.log(address)
