/**
 * `npm pack` and `npm publish` run this before and after. In the repository the package runs from `src`, unbuilt; who installs
 * it gets `dist`. pnpm and yarn take `publishConfig.exports` by themselves, npm does not, so it is put in place here and
 * taken back. The licence of the repository goes along.
 */
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

const at = (path: string) => new URL(path, import.meta.url)
const manifest = at('package.json')
const kept = at('package.json.kept')
const licence = at('LICENSE')

function prepare(): void {
  // A pack that was broken off left the published form in place.
  restore()
  copyFileSync(manifest, kept)
  copyFileSync(at('../../LICENSE'), licence)
  const { publishConfig, private: _private, scripts: _scripts, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'))
  writeFileSync(manifest, `${JSON.stringify({ ...rest, exports: publishConfig.exports }, null, 2)}\n`)
}

function restore(): void {
  if (existsSync(kept)) renameSync(kept, manifest)
  rmSync(licence, { force: true })
}

if (process.argv[2] === 'prepare') prepare()
else restore()
