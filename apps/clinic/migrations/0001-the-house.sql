-- The house: what stands above every clinic. Who the clinics are, which secret opens which door, and the clock.
-- The application never reads these tables; it calls the functions below, which answer one question each.

create extension if not exists btree_gist;

-- Two groups without a password. Each database makes its own sign-in roles inside them (see platform/database/roles.server.ts).
do $$
begin
  if not exists (select from pg_roles where rolname = 'pointille_app') then
    create role pointille_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'pointille_sign_in') then
    create role pointille_sign_in nologin;
  end if;
end $$;

create schema house;
revoke all on schema public from public;

-- Roles, passwords and the key that seals cookies: readable by the owner alone, so that any process given DATABASE_URL can open the house.
create table house.secrets (
  name text primary key,
  value text not null
);

create table house.clinics (
  clinic_id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'),
  name text not null,
  time_zone text not null,
  is_default boolean not null default false,
  opened_at timestamptz not null
);
create unique index one_default_clinic on house.clinics (is_default) where is_default;

create table house.hosts (
  host text primary key check (host = lower(host)),
  clinic_id uuid not null references house.clinics on delete cascade
);

-- A token opens one door of one clinic: a hold, an appointment to manage, a patient's link. Only its SHA-256 is kept.
create table house.tokens (
  token_sha256 bytea primary key check (length(token_sha256) = 32),
  kind text not null check (kind in ('hold', 'manageAppointment', 'patientLink', 'patientSignIn', 'ownerInvitation')),
  clinic_id uuid not null references house.clinics on delete cascade,
  subject_id uuid not null,
  expires_at timestamptz
);
create index tokens_of_subject on house.tokens (clinic_id, kind, subject_id);

-- Demo only: how far the demo's clock stands from the real one.
create table house.clock (
  only_one boolean primary key default true check (only_one),
  offset_seconds bigint not null
);

create function house.tenant() returns uuid
language sql stable parallel safe
return nullif(current_setting('pointille.clinic_id', true), '')::uuid;

create function house.list_clinics()
returns table (clinic_id uuid, slug text, name text, time_zone text, is_default boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select c.clinic_id, c.slug, c.name, c.time_zone, c.is_default from house.clinics c order by c.opened_at, c.slug;
end;

create function house.resolve_host(asked_host text)
returns table (clinic_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select h.clinic_id from house.hosts h where h.host = lower(asked_host);
end;

create function house.issue_token(sha256 bytea, token_kind text, subject uuid, expires timestamptz)
returns void
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
  insert into house.tokens (token_sha256, kind, clinic_id, subject_id, expires_at)
  values (sha256, token_kind, house.tenant(), subject, expires)
  on conflict (token_sha256) do nothing;
end;

create function house.resolve_token(sha256 bytea, token_kind text, at timestamptz)
returns table (clinic_id uuid, subject_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select t.clinic_id, t.subject_id from house.tokens t
  where t.token_sha256 = sha256 and t.kind = token_kind and (t.expires_at is null or t.expires_at > at);
end;

-- A link that may be used once: whoever deletes it first has used it.
create function house.use_token(sha256 bytea, token_kind text, at timestamptz)
returns table (clinic_id uuid, subject_id uuid)
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
  delete from house.tokens t
  where t.token_sha256 = sha256 and t.kind = token_kind and (t.expires_at is null or t.expires_at > at)
  returning t.clinic_id, t.subject_id;
end;

create function house.clock_offset() returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select coalesce((select offset_seconds from house.clock), 0);
end;

create function house.move_clock(seconds bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from house.secrets where name = 'demo' and value = 'on') then
    raise exception 'only a demo has a clock that moves' using errcode = 'insufficient_privilege';
  end if;
  insert into house.clock (offset_seconds) values (seconds)
  on conflict (only_one) do update set offset_seconds = excluded.offset_seconds;
end $$;

create function house.is_demo() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select exists (select from house.secrets where name = 'demo' and value = 'on');
end;

-- Jobs are added inside the caller's own transaction: a booking that rolls back sends nothing. The payload carries ids, never
-- health data, and names the transaction's own clinic, because the worker takes its tenant from there.
create function house.enqueue_job(task text, payload json, job_key text, run_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if house.tenant() is null or payload ->> 'clinicId' is distinct from house.tenant()::text then
    raise exception 'a job belongs to the clinic of its transaction' using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(task, payload => payload, job_key => house.tenant()::text || ' ' || job_key, run_at => coalesce(run_at, now()), max_attempts => 12);
end $$;

revoke all on all functions in schema house from public;
grant usage on schema house to pointille_app;
grant execute on all functions in schema house to pointille_app;
