import { indications, listContraindications } from '@pointille/protocol'
import { z } from 'zod'
import { instant, localDate, personName, phone, serviceId, slug } from './formats.ts'

// Every shape that goes in or out, once: requests are parsed with it and the OpenAPI is made of it.

const resourceKind = z.enum(['practitioner', 'assistant', 'room', 'device', 'centrifuge'])
const practitioner = z.uuid().meta({ description: 'A practitioner of the service, by id' })

export const clinicList = z
  .object({ clinics: z.array(z.object({ slug, name: z.string(), timeZone: z.string() })) })
  .meta({ id: 'ClinicList' })

export const serviceList = z
  .object({
    services: z.array(
      z.object({
        id: serviceId,
        name: z.string(),
        kind: z.enum(['consultation', 'treatment']),
        phases: z.array(
          z.object({
            kind: z.enum(['consultation', 'numbing', 'needling', 'prp', 'settling', 'cleaning']),
            minutes: z.int().min(1),
            resources: z.array(resourceKind),
          }),
        ),
        practitioners: z.array(z.object({ id: practitioner, name: z.string() })),
      }),
    ),
  })
  .meta({ id: 'ServiceList' })

export const start = z
  .object({
    startAt: instant,
    localTime: z.string().meta({ description: 'What the clinic’s clock reads then', examples: ['09:30'] }),
    practitioner: practitioner.optional(),
  })
  .meta({ id: 'Start' })

export const freeStartList = z
  .object({
    timeZone: z.string(),
    days: z.array(
      z.object({
        date: localDate,
        starts: z.array(start),
        reason: z
          .enum(['closed', 'holiday', 'leave', 'full', 'noResource', 'beforeNotice', 'past', 'beyondHorizon'])
          .optional()
          .meta({ description: 'Why there is no start; there exactly when there is none' }),
      }),
    ),
  })
  .meta({ id: 'FreeStartList' })

export const freeStartQuery = z.strictObject({
  service: serviceId,
  from: localDate,
  to: localDate.meta({ description: 'Included; at most 62 days with `from`' }),
  practitioner: practitioner.optional(),
})

const answer = z.union([z.literal(true), localDate])
const conditionIds = listContraindications().map(({ id }) => id)

export const screening = z
  .strictObject({
    indication: z.enum(indications),
    birthDate: localDate,
    answers: z.partialRecord(z.enum(['none', ...conditionIds]), answer).meta({
      description:
        '{"none": true}, or the ids of the conditions that apply, each true or the last local date on which it applied',
    }),
  })
  .meta({ id: 'Screening' })

export const holdRequest = z
  .strictObject({ service: serviceId, startAt: instant, practitioner: practitioner.optional(), screening })
  .meta({ id: 'HoldRequest' })

export const hold = z.object({ holdId: z.string(), expiresAt: instant }).meta({ id: 'Hold' })

export const extension = z.object({ expiresAt: instant }).meta({ id: 'Extension' })

export const confirmRequest = z
  .strictObject({
    patient: z.strictObject({
      givenName: personName,
      familyName: personName,
      phone,
      email: z.email().max(254),
      language: z.enum(['fr', 'en']).meta({ description: 'The language of the letters' }),
    }),
  })
  .meta({ id: 'ConfirmRequest' })

export const confirmation = z
  .object({ appointmentId: z.uuid(), manageUrl: z.url().meta({ description: 'Cancels and moves, without a sign-in' }) })
  .meta({ id: 'Confirmation' })

export const problem = z
  .object({
    code: z.string().meta({ description: 'Stable', examples: ['PT-409-SLOT'] }),
    field: z.string().optional().meta({ description: 'Which part of the request, as a path with dots' }),
    limit: z.union([z.number(), z.string()]).optional().meta({ description: 'What the field had to keep to' }),
    message: z.string().meta({ description: 'What happened and what to do, in the language of Accept-Language' }),
    nearest: z.array(start).optional().meta({ description: 'Free starts, the nearest first' }),
    verdict: z.enum(['deferUntil', 'needsClinician', 'refuse']).optional(),
    rule: z.string().optional().meta({ description: 'Id of the rule that decided' }),
  })
  .meta({ id: 'Problem' })

/** Everything with a name of its own in the OpenAPI. */
export const namedSchemas = [
  clinicList,
  serviceList,
  start,
  freeStartList,
  screening,
  holdRequest,
  hold,
  extension,
  confirmRequest,
  confirmation,
  problem,
] as const
