import type { ForecastAnswer, ForecastOrder } from './forecast-orders.ts'

/** The model, asked from a page. Only the answers to the newest question are heard. */
export interface ForecastLine {
  ask(question: Omit<ForecastOrder, 'id'>): void
  end(): void
}

/**
 * Starts the worker; call it in a browser, once a page. Needs no network afterwards.
 * @param workerUrl the address of `forecast-worker.ts`, imported with `?worker&url` by what the server draws
 */
export function askForecasts(workerUrl: string, hear: (answer: ForecastAnswer) => void): ForecastLine {
  const worker = new Worker(workerUrl)
  let id = 0
  worker.onmessage = ({ data }: MessageEvent<ForecastAnswer>) => {
    if (data.id === id) hear(data)
  }
  worker.onerror = ({ message }) => hear({ id, fault: message })
  return {
    ask: (question) => {
      id += 1
      worker.postMessage({ ...question, id })
    },
    end: () => worker.terminate(),
  }
}
