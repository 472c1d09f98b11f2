import { sweepHolds } from '#features/booking/index.server.ts'
import type { House } from '#platform/house/house.server.ts'
import { runJobs, type Task } from '#platform/jobs/run-jobs.server.ts'
import { sendCancellation } from './send-cancellation.server.ts'
import { sendChange } from './send-change.server.ts'
import { sendConfirmation } from './send-confirmation.server.ts'
import { sendPatientLink } from './send-patient-link.server.ts'

/** Every job of the house, by the name under which `addJob` asks for it. */
export function listTasks(house: House): Record<string, Task> {
  return {
    sendConfirmation: (payload) => sendConfirmation(house, payload),
    sendChange: (payload) => sendChange(house, payload),
    sendCancellation: (payload) => sendCancellation(house, payload),
    sendPatientLink: (payload) => sendPatientLink(house, payload),
    sweepHolds: async () => {
      await sweepHolds(house)
    },
  }
}

/** Starts working through the jobs that bookings and the clock leave behind. */
export function startWorker(house: House): Promise<{ close(): Promise<void> }> {
  return runJobs({
    databaseUrl: house.settings.databaseUrl,
    tasks: listTasks(house),
    everyMinute: ['sweepHolds'],
  })
}
