-- Patients, and promise 1: nothing and nobody in two places at once.

create table clinic.patients (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  patient_id uuid not null default gen_random_uuid(),
  file_number integer not null,
  given_name text not null,
  family_name text not null,
  birth_on date not null,
  phone text not null,
  email text not null,
  language text not null check (language in ('fr', 'en')),
  allergies_status text not null default 'notAsked' check (allergies_status in ('known', 'noneKnown', 'notAsked', 'unavailable')),
  allergies text not null default '',
  created_at timestamptz not null,
  primary key (clinic_id, patient_id),
  unique (clinic_id, file_number)
);
create index patients_by_contact on clinic.patients (clinic_id, lower(email), birth_on);
create index patients_by_name on clinic.patients (clinic_id, lower(family_name), lower(given_name));

-- A hold is an appointment that nobody has confirmed yet: it occupies as one, until it lapses.
create table clinic.appointments (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  appointment_id uuid not null,
  service_id text not null,
  status text not null check (status in ('held', 'lapsed', 'released', 'booked', 'arrived', 'inTreatment', 'done', 'cancelled', 'noShow')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  practitioner_id uuid,
  patient_id uuid,
  language text not null check (language in ('fr', 'en')),
  held_at timestamptz not null,
  hold_expires_at timestamptz not null,
  hold_extended boolean not null default false,
  confirmed_at timestamptz,
  arrived_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text check (cancelled_by in ('patient', 'clinic')),
  calendar_sequence integer not null default 0,
  -- Where it was booked, so that a retried confirmation and later letters lead to the same address.
  site_origin text,
  verdict_kind text not null check (verdict_kind in ('allow', 'deferUntil', 'needsClinician', 'refuse')),
  primary key (clinic_id, appointment_id),
  unique (clinic_id, appointment_id, patient_id),
  foreign key (clinic_id, service_id) references clinic.services (clinic_id, service_id),
  foreign key (clinic_id, practitioner_id) references clinic.resources (clinic_id, resource_id),
  foreign key (clinic_id, patient_id) references clinic.patients (clinic_id, patient_id),
  check (status in ('held', 'lapsed', 'released') or patient_id is not null)
);
create index appointments_by_start on clinic.appointments (clinic_id, starts_at);
create index appointments_of_patient on clinic.appointments (clinic_id, patient_id, starts_at);
create index holds_to_sweep on clinic.appointments (clinic_id, hold_expires_at) where status = 'held';

-- The health answers stand apart from the diary: the front desk reads the verdict's word, never these.
create table clinic.screenings (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  appointment_id uuid not null,
  indication text not null,
  birth_on date not null,
  answers jsonb not null,
  verdict jsonb not null,
  answered_at timestamptz not null,
  primary key (clinic_id, appointment_id),
  foreign key (clinic_id, appointment_id) references clinic.appointments (clinic_id, appointment_id) on delete cascade
);

create table clinic.occupancies (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  appointment_id uuid not null,
  position integer not null,
  resource_id uuid,
  patient_id uuid,
  phase_kind text not null,
  during tstzrange not null check (not isempty(during)),
  primary key (clinic_id, appointment_id, position),
  foreign key (clinic_id, appointment_id) references clinic.appointments (clinic_id, appointment_id) on delete cascade,
  foreign key (clinic_id, resource_id) references clinic.resources (clinic_id, resource_id),
  foreign key (clinic_id, patient_id) references clinic.patients (clinic_id, patient_id),
  check (num_nonnulls(resource_id, patient_id) = 1),
  constraint resource_in_one_place exclude using gist (clinic_id with =, resource_id with =, during with &&),
  constraint patient_in_one_place exclude using gist (clinic_id with =, patient_id with =, during with &&)
);

-- What was sent to whom, and, where no SMTP server is set, the letter itself (the demo's outbox).
create table clinic.messages (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  message_id uuid not null,
  kind text not null,
  patient_id uuid,
  appointment_id uuid,
  recipient text not null,
  language text not null check (language in ('fr', 'en')),
  subject text not null,
  body text,
  attachment_name text,
  attachment text,
  outcome text not null check (outcome in ('sent', 'outbox', 'skipped')),
  recorded_at timestamptz not null,
  primary key (clinic_id, message_id)
);
create index messages_by_time on clinic.messages (clinic_id, recorded_at desc);

grant select, insert, update on clinic.patients, clinic.appointments to pointille_app;
grant select, insert, delete on clinic.screenings, clinic.occupancies to pointille_app;
grant select, insert on clinic.messages to pointille_app;
