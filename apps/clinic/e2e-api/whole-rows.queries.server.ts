import type pg from 'pg'

/**
 * Appointments of which only a part was written: a hold without its uses or its answers, a booking without its patient,
 * the patient's own time, its link, its line in the access log or its letter's job; an ended hold that still takes time or keeps answers.
 */
export async function listHalfWritten(
  owner: pg.Pool,
): Promise<{ appointment_id: string; status: string; lacks: string }[]> {
  const { rows } = await owner.query(
    `with counted as (
       select a.appointment_id, a.status,
         (select count(*) from clinic.occupancies o where o.appointment_id = a.appointment_id and o.resource_id is not null) as uses,
         (select count(*) from clinic.occupancies o where o.appointment_id = a.appointment_id and o.patient_id is not null) as own,
         (select sum(cardinality(p.resource_kinds)) from clinic.service_phases p where p.clinic_id = a.clinic_id and p.service_id = a.service_id) as wanted,
         (select count(*) from clinic.screenings s where s.appointment_id = a.appointment_id) as answers,
         (select count(*) from house.tokens t where t.subject_id = a.appointment_id and t.kind = 'hold') as holds,
         (select count(*) from house.tokens t where t.subject_id = a.appointment_id and t.kind = 'manageAppointment') as links,
         (select count(*) from clinic.audit_log l where l.action = 'book' and l.detail = 'appointment ' || a.appointment_id) as lines,
         (select count(*) from graphile_worker._private_jobs j where j.payload ->> 'appointmentId' = a.appointment_id::text) as jobs,
         (select count(*) from clinic.patients p where p.patient_id = a.patient_id) as patients
       from clinic.appointments a
       where exists (select from house.tokens t where t.subject_id = a.appointment_id and t.kind = 'hold')
         or a.status in ('held', 'lapsed', 'released')
     )
     select appointment_id, status, row_to_json(counted)::text as lacks from counted where not case
       when status = 'held' then uses = wanted and own = 0 and answers = 1 and holds = 1 and links = 0
       when status in ('lapsed', 'released') then uses = 0 and own = 0 and answers = 0
       when status = 'booked' then uses = wanted and own = 1 and answers = 1 and links = 1 and lines = 1 and jobs = 1 and patients = 1
       else true end`,
  )
  return rows
}

/** Appointments that were booked through a hold. */
export async function listBooked(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ appointment_id: string }>(
    `select appointment_id from clinic.appointments a where status = 'booked'
       and exists (select from house.tokens t where t.subject_id = a.appointment_id and t.kind = 'hold')`,
  )
  return rows.map(({ appointment_id }) => appointment_id)
}
