-- A clinic: its rooms, people, opening and services. Every table of this schema starts its key with clinic_id and is fenced at the end of each migration.

create schema clinic;
grant usage on schema clinic to pointille_app;

create table clinic.profiles (
  clinic_id uuid primary key references house.clinics on delete cascade,
  country text not null check (country ~ '^[A-Z]{2}$'),
  city text not null,
  address text not null,
  phone text not null,
  email text not null,
  access_fr text not null default '',
  access_en text not null default '',
  languages text[] not null default '{fr,en}',
  first_visit text not null check (first_visit in ('consultation', 'treatment')),
  notice_minutes integer not null check (notice_minutes between 0 and 43200),
  horizon_days integer not null check (horizon_days between 1 and 730),
  step_minutes integer not null check (step_minutes between 5 and 120),
  free_cancel_hours integer not null check (free_cancel_hours between 0 and 720),
  check_in_days integer[] not null default '{1,2,3,5,7,14}',
  prp_purpose text
);

create table clinic.resources (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  resource_id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('practitioner', 'assistant', 'room', 'device', 'centrifuge')),
  name text not null,
  buffer_before_minutes integer not null default 0 check (buffer_before_minutes between 0 and 240),
  buffer_after_minutes integer not null default 0 check (buffer_after_minutes between 0 and 240),
  position integer not null default 0,
  retired_at timestamptz,
  primary key (clinic_id, resource_id)
);

create table clinic.team_members (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  member_id uuid not null default gen_random_uuid(),
  user_id text not null,
  display_name text not null,
  roles text[] not null check (roles <@ '{owner,practitioner,assistant,frontDesk}' and cardinality(roles) > 0),
  doctor boolean not null default false,
  language text not null default 'fr' check (language in ('fr', 'en')),
  resource_id uuid,
  left_at timestamptz,
  primary key (clinic_id, member_id),
  unique (clinic_id, user_id),
  foreign key (clinic_id, resource_id) references clinic.resources (clinic_id, resource_id)
);

-- Wall-clock rules in the clinic's own zone; resource_id null = the clinic itself. ISO weekday 1 = Monday.
create table clinic.opening_hours (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  opening_id uuid not null default gen_random_uuid(),
  resource_id uuid,
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  primary key (clinic_id, opening_id),
  foreign key (clinic_id, resource_id) references clinic.resources (clinic_id, resource_id)
);

create table clinic.closures (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  closed_on date not null,
  kind text not null check (kind in ('closed', 'holiday')),
  name_fr text not null default '',
  name_en text not null default '',
  primary key (clinic_id, closed_on)
);

create table clinic.absences (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  absence_id uuid not null default gen_random_uuid(),
  resource_id uuid not null,
  during tstzrange not null check (not isempty(during)),
  primary key (clinic_id, absence_id),
  foreign key (clinic_id, resource_id) references clinic.resources (clinic_id, resource_id)
);

create table clinic.services (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  service_id text not null check (service_id ~ '^[a-z0-9-]{1,64}$'),
  kind text not null check (kind in ('consultation', 'treatment')),
  name_fr text not null,
  name_en text not null,
  price_cents integer check (price_cents >= 0),
  position integer not null default 0,
  retired_at timestamptz,
  primary key (clinic_id, service_id)
);

create table clinic.service_phases (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  service_id text not null,
  position integer not null check (position >= 1),
  kind text not null check (kind in ('consultation', 'numbing', 'needling', 'prp', 'settling', 'cleaning')),
  minutes integer not null check (minutes between 1 and 480),
  resource_kinds text[] not null check (resource_kinds <@ '{practitioner,assistant,room,device,centrifuge}'),
  occupies_patient boolean not null,
  primary key (clinic_id, service_id, position),
  foreign key (clinic_id, service_id) references clinic.services (clinic_id, service_id) on delete cascade
);

-- Which resources may serve: one row each.
create table clinic.service_resources (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  service_id text not null,
  resource_id uuid not null,
  primary key (clinic_id, service_id, resource_id),
  foreign key (clinic_id, service_id) references clinic.services (clinic_id, service_id) on delete cascade,
  foreign key (clinic_id, resource_id) references clinic.resources (clinic_id, resource_id)
);

grant select on all tables in schema clinic to pointille_app;
