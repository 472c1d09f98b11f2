import type { AddressInfo } from 'node:net'
import ICAL from 'ical.js'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '#features/access/index.server.ts'
import { cancelAppointment, confirmHold, moveAppointment, takeHold } from '#features/booking/index.server.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { listClinics } from '#platform/house/house.queries.server.ts'
import type { House } from '#platform/house/house.server.ts'
import { listOutbox } from './list-outbox.server.ts'
import { listTasks, startWorker } from './start-worker.server.ts'
import { buildTestClinic } from './test-clinic.queries.server.ts'

const mondayAt = Date.parse('2026-11-23T08:00:00Z')
const origin = 'http://localhost:3000'
const lea = { givenName: 'Léa', familyName: 'Martin', phone: '0470123456', email: 'lea@example.org' }

let database: TestDatabase
let caller: Caller
beforeAll(async () => {
  database = await makeTestDatabase()
  database.setNow(mondayAt)
  await buildTestClinic(database.owner)
  const clinic = (await listClinics(database.house.db))[0]!
  const house: House = { ...database.house, isDemo: true }
  caller = { house, clinic, actor: { kind: 'nobody' }, language: 'fr', nowAt: mondayAt }
})
afterAll(() => database.close())

/** Books one appointment and returns its token. */
async function book(startAt: string, language: 'fr' | 'en' = 'fr', givenName = lea.givenName) {
  const hold = await takeHold(caller, {
    serviceId: 'consultation',
    startAt: Date.parse(startAt),
    screening: { indication: 'acne-scars', birthDate: '1988-03-03', answers: { none: true } },
  })
  if ('refusal' in hold) throw new Error(JSON.stringify(hold))
  const patient = { ...lea, givenName, language }
  const confirmed = await confirmHold(caller, { holdId: hold.holdId, patient, origin })
  if ('refusal' in confirmed) throw new Error(JSON.stringify(confirmed))
  return confirmed
}

/** Runs what is due, as the worker would, and empties the queue. */
async function runJobs(house: House): Promise<string[]> {
  const { rows } = await database.owner.query<{ task: string; payload: object }>(
    `with due as (delete from graphile_worker._private_jobs j returning j.id, j.task_id, j.payload)
     select t.identifier as task, due.payload from due join graphile_worker._private_tasks t on t.id = due.task_id order by due.id`,
  )
  for (const { task, payload } of rows) await listTasks(house)[task]!(payload)
  return rows.map(({ task }) => task)
}

const calendarOf = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const event = calendar.getFirstSubcomponent('vevent')!
  return { method: calendar.getFirstPropertyValue('method'), event: new ICAL.Event(event), raw: event }
}

describe('without an SMTP server', () => {
  test('a confirmation is kept in the outbox, in the patient’s language, with its calendar file', async () => {
    const { manageUrl, appointmentId } = await book('2026-11-24T08:30:00Z')
    await runJobs(caller.house)
    const [letter] = await listOutbox(caller)
    expect(letter).toMatchObject({
      kind: 'confirmation',
      recipient: 'lea@example.org',
      language: 'fr',
      subject: 'Votre rendez-vous du 24\u00a0novembre',
    })
    expect(letter!.text).toContain('mardi 24 novembre 2026, 9\u00a0h\u00a030 (heure de Bruxelles)')
    expect(letter!.text).toContain('avec Dr Claire Peeters')
    expect(letter!.text).toContain(manageUrl)
    expect(letter!.text).toContain('sans frais jusqu’à 24\u00a0h avant')

    const { method, event, raw } = calendarOf(letter!.attachment!.content)
    expect(method).toBe('REQUEST')
    expect(event.uid).toBe(`${appointmentId}@pointille`)
    expect(event.sequence).toBe(0)
    expect(raw.getFirstPropertyValue('dtstart')!.toString()).toBe('2026-11-24T08:30:00Z')
    expect(raw.getFirstPropertyValue('dtend')!.toString()).toBe('2026-11-24T09:00:00Z')
    expect(event.summary).toBe('Cabinet Lumen\u00a0: rendez-vous')
  })

  test('nothing of the care stands in a subject or a calendar file', async () => {
    const careWords = /microneedling|needling|consultation|séance|soin|treatment|aiguille|acn|cicatri|scar|screening/i
    await book('2026-11-24T10:00:00Z', 'en')
    await runJobs(caller.house)
    for (const letter of await listOutbox(caller)) {
      expect(letter.subject).not.toMatch(careWords)
      expect(letter.attachment!.content.replaceAll('\r\n ', '')).not.toMatch(careWords)
    }
  })

  test('a move says the new date first and the old one after it, and raises the calendar’s sequence', async () => {
    const { manageToken, appointmentId } = await book('2026-11-26T08:30:00Z', 'en')
    await runJobs(caller.house)
    await moveAppointment(caller, { token: manageToken, startAt: Date.parse('2026-12-01T09:00:00Z'), origin })
    expect(await runJobs(caller.house)).toEqual(['sendChange'])
    const letter = (await listOutbox(caller)).find(({ kind }) => kind === 'change')!
    expect(letter.subject).toBe('Your appointment has moved to 1\u00a0December')
    expect(letter.text).toMatch(
      /Tuesday 1 December 2026, 10:00am \(Bruxelles time\)[\s\S]*instead of Thursday 26 November 2026, 9:30am/,
    )
    const { event } = calendarOf(letter.attachment!.content)
    expect([event.uid, event.sequence]).toEqual([`${appointmentId}@pointille`, 1])
  })

  test('after a cancellation no confirmation goes out any more, and the calendar entry is taken out', async () => {
    const { manageToken, appointmentId } = await book('2026-11-27T08:30:00Z')
    await cancelAppointment(caller, { token: manageToken, origin })
    expect((await runJobs(caller.house)).sort()).toEqual(['sendCancellation', 'sendConfirmation'])
    const { rows } = await database.owner.query(
      `select kind, outcome, body is null as empty from clinic.messages where appointment_id = $1 order by kind`,
      [appointmentId],
    )
    expect(rows).toEqual([
      { kind: 'cancellation', outcome: 'outbox', empty: false },
      { kind: 'confirmation', outcome: 'skipped', empty: true },
    ])
    const letter = (await listOutbox(caller)).find(({ kind }) => kind === 'cancellation')!
    expect(letter.subject).toBe('Votre rendez-vous du 27\u00a0novembre est annulé')
    expect(letter.text).toContain('Frais\u00a0: aucun.')
    const { method, event, raw } = calendarOf(letter.attachment!.content)
    expect([method, event.sequence, raw.getFirstPropertyValue('status')]).toEqual(['CANCEL', 1, 'CANCELLED'])
  })

  test('the link to the patient’s space is made when the letter is, opens once and stands in no queue', async () => {
    const { appointmentId } = await book('2026-11-28T08:30:00Z')
    await runJobs(caller.house)
    const { rows } = await database.owner.query(
      `select patient_id from clinic.appointments where appointment_id = $1`,
      [appointmentId],
    )
    const payload = { clinicId: caller.clinic.clinicId, patientId: rows[0].patient_id, origin }
    await listTasks(caller.house).sendPatientLink!(payload)
    const letter = (await listOutbox(caller)).find(({ kind }) => kind === 'patientLink')!
    expect(letter.text).toMatch(/http:\/\/clinic\.test\/fr\/espace\/entrer\/[\w-]{22}\n/)
    const { rows: tokens } = await database.owner.query<{ until: Date }>(
      `select expires_at as until from house.tokens where kind = 'patientLink'`,
    )
    expect(tokens.map(({ until }) => until.getTime())).toEqual([mondayAt + 24 * 3_600_000])
  })

  test('a job that runs twice writes one letter', async () => {
    await book('2026-12-03T08:30:00Z')
    const { rows } = await database.owner.query(`select payload from graphile_worker._private_jobs`)
    const before = (await listOutbox(caller)).length
    for (let i = 0; i < 3; i += 1) await listTasks(caller.house).sendConfirmation!(rows[0].payload)
    expect((await listOutbox(caller)).length).toBe(before + 1)
    await runJobs(caller.house)
  })

  test('outside a demo nobody reads the outbox', async () => {
    expect(await listOutbox({ ...caller, house: { ...caller.house, isDemo: false } })).toEqual([])
  })
})

describe('with an SMTP server', () => {
  const received: string[] = []
  let refusing = false
  let smtp: SMTPServer
  let house: House
  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        let text = ''
        stream.setEncoding('utf8')
        stream.on('data', (chunk: string) => {
          text += chunk
        })
        stream.on('end', () => {
          if (refusing) return done(new Error('mailbox full'))
          received.push(text)
          done()
        })
      },
    })
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()))
    const { port } = smtp.server.address() as AddressInfo
    house = { ...caller.house, settings: { ...caller.house.settings, smtpUrl: `smtp://127.0.0.1:${port}` } }
  })
  afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())))

  test('the letter arrives with text, HTML and calendar, and only the fact of it is kept', async () => {
    const { appointmentId } = await book('2026-12-04T08:30:00Z', 'en')
    await runJobs(house)
    expect(received).toHaveLength(1)
    const mail = received[0]!
    expect(mail).toMatch(/^From: =\?UTF-8\?|^From: "?Cabinet Lumen"? <bonjour@clinic\.example>/m)
    expect(mail).toContain('To: lea@example.org')
    expect(mail).toMatch(/^Subject: Your appointment on|^Subject: =\?UTF-8\?/m)
    expect(mail).toContain('text/plain')
    expect(mail).toContain('text/html')
    expect(mail).toContain('text/calendar; charset=utf-8; method=REQUEST')
    const { rows } = await database.owner.query(
      `select outcome, body, attachment from clinic.messages where appointment_id = $1`,
      [appointmentId],
    )
    expect(rows).toEqual([{ outcome: 'sent', body: null, attachment: null }])
  })

  test('a server that refuses leaves nothing recorded, so that the job is tried again', async () => {
    const { appointmentId } = await book('2026-12-04T10:00:00Z')
    const { rows } = await database.owner.query(`select payload from graphile_worker._private_jobs`)
    refusing = true
    await expect(listTasks(house).sendConfirmation!(rows[0].payload)).rejects.toThrow('mailbox full')
    refusing = false
    const count = () =>
      database.owner.query(`select outcome from clinic.messages where appointment_id = $1`, [appointmentId])
    expect((await count()).rows).toEqual([])
    await runJobs(house)
    expect((await count()).rows).toEqual([{ outcome: 'sent' }])
  })

  test('the worker picks a confirmation up by itself, and says nothing of what it does', async () => {
    const before = received.length
    const worker = await startWorker(house)
    try {
      await book('2026-12-07T08:30:00Z')
      for (let i = 0; i < 100 && received.length === before; i += 1) await new Promise((done) => setTimeout(done, 50))
      expect(received.length).toBe(before + 1)
    } finally {
      await worker.close()
    }
  })
})
