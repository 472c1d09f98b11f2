/// <reference lib="webworker" />
import { explore } from '../explore.ts'
import type { ExploredTreatment } from '../explored-treatment.ts'

/* The model in the browser, beside the page: one treatment in, its four weeks out. */

const page = self as unknown as DedicatedWorkerGlobalScope

page.onmessage = ({ data }: MessageEvent<Omit<ExploredTreatment, 'day'>>) => {
  page.postMessage({ treatment: data, exploration: explore(data) })
}
