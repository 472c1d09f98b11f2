import { type ForecastPort, serveForecasts } from '@pointille/healing'

/** What a browser's worker runs in the benchmark of forecasts: the same lines as in the README of the package. */
const nextTurn = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(0)
  })
serveForecasts(globalThis as unknown as ForecastPort, nextTurn)
