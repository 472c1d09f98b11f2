import { join } from 'node:path'
import type { Binaries } from './binaries.ts'

/** The command line of the server. It listens on the loopback only and makes no socket file, so no path can be too long. */
export function serverCommand(
  binaries: Binaries,
  cluster: string,
  port: number,
  { durable }: { durable: boolean },
): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return [join(binaries.home, 'bin', 'postgres'), '-D', cluster, ...flags]
}
