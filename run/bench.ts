import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Bench, lineOf } from './bench-line.ts'

/*
 * `npm run bench` runs every bench/*.bench.ts and prints one JSON object a line; `npm run bench -- slots` only those
 * whose file name contains the word. What it does meanwhile goes to the error stream. The exit code tells whether every
 * benchmark ran, not whether its goal was met: a busy machine is no fault of the code, so `met` is for the reader.
 */
const [word = ''] = process.argv.slice(2)
const files = globSync('bench/*.bench.ts')
  .filter((file) => file.includes(word))
  .sort()
if (files.length === 0) {
  console.error(`There is no benchmark ${word ? `named ${word} ` : ''}in bench/.`)
  process.exitCode = 1
}

for (const file of files) {
  try {
    const { name, run } = (await import(pathToFileURL(resolve(file)).href)) as Bench
    console.error(`${file}: ${name}`)
    for await (const measurement of run()) console.log(JSON.stringify(lineOf(measurement)))
  } catch (error) {
    console.error(`${file} failed:`, error)
    process.exitCode = 1
  }
}
