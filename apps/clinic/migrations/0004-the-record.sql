-- The record: who looked (promise 7), what was done (promises 4 and 5 in their first form), one cartridge one patient (2), what followed.

create function clinic.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception '% is append-only: add a dated amendment instead', tg_table_name using errcode = 'PT405';
end $$;

create table clinic.audit_log (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  entry_id bigint generated always as identity,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('member', 'patient', 'nobody', 'system')),
  actor_id text,
  actor_name text not null,
  action text not null,
  patient_id uuid,
  outcome text not null check (outcome in ('allowed', 'refused')),
  detail text not null default '',
  primary key (clinic_id, entry_id)
);
create index audit_log_of_patient on clinic.audit_log (clinic_id, patient_id, at desc);
create trigger audit_log_is_append_only before update or delete on clinic.audit_log for each row execute function clinic.refuse_change();
create trigger audit_log_is_never_emptied before truncate on clinic.audit_log for each statement execute function clinic.refuse_change();

create table clinic.treatments (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  treatment_id uuid not null,
  appointment_id uuid not null,
  patient_id uuid not null,
  opened_at timestamptz not null,
  sealed_at timestamptz,
  plan_hash text,
  last_seq integer not null default 0,
  head_hash text,
  primary key (clinic_id, treatment_id),
  unique (clinic_id, appointment_id),
  unique (clinic_id, treatment_id, patient_id),
  -- Whose appointment it is, theirs is the treatment.
  foreign key (clinic_id, appointment_id, patient_id) references clinic.appointments (clinic_id, appointment_id, patient_id),
  foreign key (clinic_id, patient_id) references clinic.patients (clinic_id, patient_id)
);
create index treatments_of_patient on clinic.treatments (clinic_id, patient_id, opened_at);

-- Bound to the text's hash, its language and the plan's hash. Never deleted; a withdrawal or a changed plan only dates its end.
create table clinic.consents (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  consent_id uuid not null,
  treatment_id uuid not null,
  patient_id uuid not null,
  text_version integer not null check (text_version >= 1),
  language text not null check (language in ('fr', 'en')),
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  plan_hash text not null check (plan_hash ~ '^[0-9a-f]{64}$'),
  signature_name text not null check (length(btrim(signature_name)) >= 2),
  signed_at timestamptz not null,
  voided_at timestamptz,
  withdrawn_at timestamptz,
  primary key (clinic_id, consent_id),
  foreign key (clinic_id, treatment_id, patient_id) references clinic.treatments (clinic_id, treatment_id, patient_id)
);
create index consents_of_treatment on clinic.consents (clinic_id, treatment_id);

create table clinic.treatment_events (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  treatment_id uuid not null,
  seq integer not null check (seq >= 1),
  event_id uuid not null,
  kind text not null,
  at timestamptz not null,
  by_member uuid not null,
  canonical bytea not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  primary key (clinic_id, treatment_id, seq),
  unique (clinic_id, event_id),
  foreign key (clinic_id, treatment_id) references clinic.treatments (clinic_id, treatment_id),
  foreign key (clinic_id, by_member) references clinic.team_members (clinic_id, member_id)
);
create trigger treatment_events_are_append_only before update or delete on clinic.treatment_events for each row execute function clinic.refuse_change();
create trigger treatment_events_are_never_emptied before truncate on clinic.treatment_events for each statement execute function clinic.refuse_change();

-- Every event passes here, whoever sends it. The treatment's row is locked, so the sequence has no gap and no fork.
create function clinic.accept_treatment_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  treatment clinic.treatments;
  body jsonb;
begin
  select * into treatment from clinic.treatments t
  where t.clinic_id = new.clinic_id and t.treatment_id = new.treatment_id for update;
  if not found then
    raise exception 'no such treatment in this clinic' using errcode = 'PT404';
  end if;
  -- Told here, before the treatment's head moves: `on conflict do nothing` would skip the row and keep the head.
  if exists (select from clinic.treatment_events e where e.clinic_id = new.clinic_id and e.event_id = new.event_id) then
    raise exception 'event % is recorded already', new.event_id using errcode = 'unique_violation';
  end if;
  if treatment.sealed_at is not null and new.kind <> 'amended' then
    raise exception 'a sealed treatment never changes: add a dated amendment' using errcode = 'PT405';
  end if;
  if new.seq <> treatment.last_seq + 1 then
    raise exception 'event % comes after %, not as %', new.event_id, treatment.last_seq, new.seq using errcode = 'PT409';
  end if;
  if new.hash <> encode(sha256(decode(coalesce(treatment.head_hash, repeat('0', 64)), 'hex') || new.canonical), 'hex') then
    raise exception 'event % does not continue the chain', new.event_id using errcode = 'PT422';
  end if;
  body := convert_from(new.canonical, 'UTF8')::jsonb;
  if body ->> 'kind' is distinct from new.kind or body ->> 'eventId' is distinct from new.event_id::text or body ->> 'by' is distinct from new.by_member::text
    or date_trunc('milliseconds', (body ->> 'at')::timestamptz) is distinct from new.at then
    raise exception 'event % says one thing in its columns and another in its bytes', new.event_id using errcode = 'PT422';
  end if;
  if new.kind = 'examined' then
    treatment.plan_hash := body ->> 'planHash';
    update clinic.consents c set voided_at = new.at
    where c.clinic_id = new.clinic_id and c.treatment_id = new.treatment_id and c.plan_hash <> treatment.plan_hash and c.voided_at is null;
  end if;
  if new.kind = 'passAdded' then
    if treatment.plan_hash is null then
      raise exception 'no needling without an examination' using errcode = 'PT403';
    end if;
    if not exists (
      select from clinic.consents c
      where c.clinic_id = new.clinic_id and c.treatment_id = new.treatment_id and c.plan_hash = treatment.plan_hash
        and c.voided_at is null and c.withdrawn_at is null
    ) then
      raise exception 'no needling without consent to this plan' using errcode = 'PT403';
    end if;
  end if;
  update clinic.treatments t
  set last_seq = new.seq, head_hash = new.hash, plan_hash = treatment.plan_hash,
      sealed_at = case when new.kind = 'sealed' then new.at else t.sealed_at end
  where t.clinic_id = new.clinic_id and t.treatment_id = new.treatment_id;
  return new;
end $$;
create trigger treatment_event_is_checked before insert on clinic.treatment_events for each row execute function clinic.accept_treatment_event();

-- The application may not update a treatment, and PostgreSQL asks that right of whoever locks a row.
create function clinic.lock_treatment(treatment uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform from clinic.treatments t where t.clinic_id = house.tenant() and t.treatment_id = treatment for update;
end $$;

-- A consent is signed valid, ends once, and nothing brings it back: a new one is signed instead.
create function clinic.guard_consent() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    if new.voided_at is not null or new.withdrawn_at is not null then
      raise exception 'a consent begins valid' using errcode = 'PT422';
    end if;
  elsif old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at
     or old.voided_at is not null and new.voided_at is distinct from old.voided_at then
    raise exception 'an ended consent stays ended: a new one is signed' using errcode = 'PT405';
  end if;
  return new;
end $$;
create trigger consent_ends_once before insert or update on clinic.consents for each row execute function clinic.guard_consent();

create table clinic.cartridges (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  gtin text not null default '',
  lot text not null,
  unit text not null,
  treatment_id uuid not null,
  opened_at timestamptz not null,
  primary key (clinic_id, gtin, lot, unit),
  foreign key (clinic_id, treatment_id) references clinic.treatments (clinic_id, treatment_id)
);

create table clinic.check_ins (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  check_in_id uuid not null,
  treatment_id uuid not null,
  patient_id uuid not null,
  day integer not null check (day between 0 and 365),
  redness text not null check (redness in ('none', 'mild', 'marked', 'strong')),
  swelling text not null check (swelling in ('none', 'mild', 'marked', 'strong')),
  pain_score integer not null check (pain_score between 0 and 10),
  red_flags text[] not null,
  care_level text not null check (care_level in ('none', 'callToday', 'emergency')),
  sent_at timestamptz not null,
  primary key (clinic_id, check_in_id),
  foreign key (clinic_id, treatment_id, patient_id) references clinic.treatments (clinic_id, treatment_id, patient_id)
);
create index check_ins_of_treatment on clinic.check_ins (clinic_id, treatment_id, day, sent_at);

-- A red flag waits here until a person has answered it.
create table clinic.red_flag_answers (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  check_in_id uuid not null,
  action text not null check (action in ('reassured', 'calledBack', 'seenToday', 'referred')),
  note text not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (clinic_id, check_in_id),
  foreign key (clinic_id, check_in_id) references clinic.check_ins (clinic_id, check_in_id),
  foreign key (clinic_id, answered_by) references clinic.team_members (clinic_id, member_id)
);

grant select, insert on clinic.audit_log, clinic.consents, clinic.treatment_events, clinic.cartridges, clinic.check_ins, clinic.red_flag_answers to pointille_app;
-- A treatment begins with nothing done: its plan, its place in the chain and its seal come from events only.
grant select on clinic.treatments to pointille_app;
grant insert (clinic_id, treatment_id, appointment_id, patient_id, opened_at) on clinic.treatments to pointille_app;
grant update (withdrawn_at) on clinic.consents to pointille_app;

revoke all on all functions in schema clinic from public;
grant execute on function clinic.lock_treatment to pointille_app;
