import { isGenerator, isServer, isTest, placeOf } from '../places.ts'
import type { Rule } from '../rule.ts'
import { resolveImport, type SourceImport } from '../source-imports.ts'

const packageAllowList = /^(temporal-polyfill|@noble\/hashes)(\/|$)/
const routePlatform = /^apps\/clinic\/src\/platform\/(http|languages)\//
const languages = /^apps\/clinic\/src\/platform\/languages\//
const serverOnly =
  /^(node:|(pg|kysely|graphile-worker|nodemailer|compression|rate-limiter-flexible|sharp|pdfmake|ical-generator)(\/|$)|better-auth(\/(?!client|svelte)|$))/

/** Arrow 1: a package stands alone; it may use its allow-list, and `protocol` the types of `healing`. */
export const packagesStandAlone = importRule('packages-stand-alone', (from, to, imported) => {
  const place = placeOf(from)
  if (place.room !== 'package' || isTest(from) || !from.includes('/src/')) return
  if ('outside' in to) return packageAllowList.test(to.outside) ? undefined : 'a package imports only its allow-list'
  const target = placeOf(to.path)
  if (target.room === 'package' && target.name === place.name) return
  if (place.name === 'protocol' && to.path === 'packages/healing/src/index.ts' && imported.typeOnly) return
  return 'a package imports nothing outside itself'
})

/** Arrow 1, seen from outside: a package has one door, its root. */
export const packagesByTheirRoot = importRule('packages-by-their-root', (from, to) => {
  if (placeOf(from).room === 'package' || placeOf(from).room === 'workshop') return
  const path = 'path' in to ? to.path : to.outside.replace(/^@pointille\//, 'packages/')
  if (!path.startsWith('packages/') || /^packages\/[^/]+\/src\/index\.ts$/.test(path)) return
  return 'import the package by its name, not a file inside it'
})

/** Arrow 2: a route parses, calls one use case and shows a page. */
export const routesUseDoors = importRule('routes-use-doors', (from, to) => {
  if (placeOf(from).room !== 'routes' || 'outside' in to) return
  const { room } = placeOf(to.path)
  if (room === 'routes' || room === 'feature' || room === 'ui' || room === 'map' || room === 'package') return
  if (routePlatform.test(to.path)) return
  return 'a route uses features, ui, the list of addresses, and platform’s http and languages'
})

/** Arrows 2 and 3: a feature has two doors, its use cases and its components. */
export const featuresByTheirDoors = importRule('features-by-their-doors', (from, to) => {
  if ('outside' in to) return
  const target = placeOf(to.path)
  if (target.room !== 'feature' || placeOf(from).room === 'workshop') return
  const own = placeOf(from)
  if (own.room === 'feature' && own.name === target.name) return
  if (/\/features\/[^/]+\/index(\.server)?\.ts$/.test(to.path)) return
  return `enter the feature ${target.name} by its index.ts or index.server.ts`
})

/** Arrow 3: what a feature, platform and ui may lean on. */
export const nothingLeansUpwards = importRule('nothing-leans-upwards', (from, to) => {
  if ('outside' in to) return
  const own = placeOf(from).room
  const { room } = placeOf(to.path)
  if (own === 'feature' && (room === 'routes' || room === 'hooks' || room === 'clinic' || room === 'cli'))
    return 'a feature imports packages, platform, ui and other features’ doors'
  if (own === 'platform' && room !== 'platform' && room !== 'package' && room !== 'map' && !isTest(from))
    return 'platform knows no features, no ui and no routes'
  if (own === 'ui' && room !== 'ui' && room !== 'package' && room !== 'map' && !languages.test(to.path))
    return 'ui knows no features and of platform only the languages'
  return
})

/** Features, platform and ui also run in the worker, the seed and the tests, where SvelteKit’s modules do not exist. */
export const svelteKitAtTheDoors = importRule('sveltekit-at-the-doors', (from, to) => {
  if (!('outside' in to) || !/^\$(app|env)(\/|$)/.test(to.outside)) return
  const { room } = placeOf(from)
  return room === 'routes' || room === 'hooks' ? undefined : 'only routes and hooks import $app and $env'
})

/** Arrow 5: a file that needs the server says so in its name. */
export const serverCodeSaysSo = importRule('server-code-says-so', (from, to, imported) => {
  if (!from.startsWith('apps/clinic/src/') || imported.typeOnly) return
  if (isServer(from) || isTest(from) || isGenerator(from)) return
  if ('outside' in to)
    return serverOnly.test(to.outside) ? 'code for the server carries .server. in its name' : undefined
  return isServer(to.path) ? 'a file that may reach a browser imports server code' : undefined
})

type Target = ReturnType<typeof resolveImport>

/** A rule that looks at one import at a time and says what is wrong with it, or nothing. */
function importRule(
  name: string,
  refuse: (from: string, to: Target, imported: SourceImport) => string | undefined,
): Rule {
  return {
    name,
    check: (file) =>
      file.imports.flatMap((imported) => {
        const reason = refuse(file.path, resolveImport(file.path, imported.specifier), imported)
        return reason ? [{ line: imported.line, says: `${imported.specifier}: ${reason}` }] : []
      }),
  }
}
