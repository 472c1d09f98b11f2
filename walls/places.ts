/** The room of the house that a path stands in. */
export type Place =
  | { room: 'package'; name: string }
  | { room: 'feature'; name: string }
  | { room: 'routes' | 'hooks' | 'platform' | 'ui' | 'map' | 'clinic' | 'cli' | 'workshop' }

/** Tells the room of a path. `map` is the clinic's list of addresses, `clinic` its programs beside `src`. */
export function placeOf(path: string): Place {
  const packageName = /^packages\/([^/]+)\//.exec(path)?.[1]
  if (packageName) return { room: 'package', name: packageName }
  const featureName = /^apps\/clinic\/src\/features\/([^/]+)\//.exec(path)?.[1]
  if (featureName) return { room: 'feature', name: featureName }
  if (path.startsWith('apps/clinic/src/routes/')) return { room: 'routes' }
  if (path.startsWith('apps/clinic/src/platform/')) return { room: 'platform' }
  if (path.startsWith('apps/clinic/src/ui/')) return { room: 'ui' }
  if (path === 'apps/clinic/src/routes.ts') return { room: 'map' }
  if (path.startsWith('apps/clinic/src/')) return { room: 'hooks' }
  if (path.startsWith('apps/clinic/')) return { room: 'clinic' }
  if (path.startsWith('apps/cli/')) return { room: 'cli' }
  return { room: 'workshop' }
}

/** True for a generator: a program that a person runs to re-make committed files, and that nothing ships. */
export function isGenerator(path: string): boolean {
  return /\/generate-[a-z-]+\.ts$/.test(path)
}

/** True for tests and what only tests load. */
export function isTest(path: string): boolean {
  return /\.test\.ts$|\.setup\.ts$|\/test-[^/]*\.ts$|\/e2e\//.test(path)
}

/** True for code that only a server runs: the name says so, or a `server/` folder, or a SvelteKit endpoint. */
export function isServer(path: string): boolean {
  return /\.server\.|\/server\/|\/\+server\.ts$/.test(path)
}
