/**
 * What was worked out for a clinic and may be said again until something there changes: free starts, public pages,
 * settings. Cleared by the bell; every entry also ages, for bells that were missed and for answers that depend on the time.
 */
export type ClinicCache = {
  get<T>(clinicId: string, key: string, maxAgeMs: number, work: () => Promise<T>): Promise<T>
  clear(clinicId: string | undefined): void
  /** Calls back at every clearing, before anything is worked out anew. */
  onClear(listener: () => void): void
}

const entriesPerClinic = 2_000

type Entry = { value: Promise<unknown>; madeAt: number }

/** @param now real time in ms, for ageing only */
export function makeClinicCache(now: () => number): ClinicCache {
  const clinics = new Map<string, Map<string, Entry>>()
  const listeners: (() => void)[] = []
  return {
    get: <T>(clinicId: string, key: string, maxAgeMs: number, work: () => Promise<T>): Promise<T> => {
      let entries = clinics.get(clinicId)
      if (!entries || entries.size >= entriesPerClinic) {
        entries = new Map()
        clinics.set(clinicId, entries)
      }
      const known = entries.get(key)
      if (known && now() - known.madeAt < maxAgeMs) return known.value as Promise<T>
      const value = work()
      const kept = entries
      kept.set(key, { value, madeAt: now() })
      // A failure is never remembered.
      value.catch(() => kept.delete(key))
      return value
    },
    // The old map is dropped, not emptied: work that began before the change may still finish into it, and nobody will read it.
    clear: (clinicId) => {
      if (clinicId === undefined) clinics.clear()
      else clinics.delete(clinicId)
      for (const listener of listeners) listener()
    },
    onClear: (listener) => void listeners.push(listener),
  }
}
