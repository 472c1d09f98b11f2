/** A caller of the JSON API, as other software is one: plain HTTP, no cookie, no Origin. */
export type Answer<T = Record<string, unknown>> = { status: number; body: T; headers: Headers }

export type Start = { startAt: string; localTime: string; practitioner?: string }
export type FreeStarts = { timeZone: string; days: { date: string; starts: Start[]; reason?: string }[] }

export const nothingApplies = { indication: 'acne-scars', birthDate: '1988-03-03', answers: { none: true } }

export function patient(n: number) {
  return {
    givenName: `Léa ${n}`,
    familyName: 'Martin',
    phone: '+32 470 12 34 56',
    email: `lea.${n}@example.org`,
    language: n % 2 === 0 ? 'fr' : 'en',
  }
}

/** Sends JSON and reads JSON; throws only when there is no answer. */
export async function ask<T = Record<string, unknown>>(
  address: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const response = await fetch(`${address}${path}`, {
    method,
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  return {
    status: response.status,
    body: (text === '' ? {} : JSON.parse(text)) as T,
    headers: response.headers,
  }
}

/** Free starts of a service that do not overlap each other, from the third day on. */
export async function listApartStarts(
  address: string,
  service: string,
  count: number,
  apartMinutes: number,
): Promise<Start[]> {
  const found: Start[] = []
  for (let week = 0; found.length < count && week < 40; week += 8) {
    const from = dayFromNow(3 + week * 7)
    const to = dayFromNow(3 + week * 7 + 55)
    const path = `/api/v1/clinics/demo-be/free-starts?service=${service}&from=${from}&to=${to}`
    const { body } = await ask<FreeStarts>(address, 'GET', path)
    for (const start of body.days.flatMap((day) => day.starts)) {
      const before = found.at(-1)
      if (before && Date.parse(start.startAt) - Date.parse(before.startAt) < apartMinutes * 60_000) continue
      found.push(start)
    }
  }
  return found.slice(0, count)
}

export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** Runs `work` over all items, so many at a time. */
export async function eachAtOnce<T>(items: readonly T[], atOnce: number, work: (item: T, i: number) => Promise<void>) {
  let next = 0
  const lane = async () => {
    for (let i = next; i < items.length; i = next) {
      next += 1
      await work(items[i]!, i)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
