-- Look-back: who shared what. One table of uses, written by triggers in the transaction of what it records, so that it says
-- neither more nor less than the record; read by (what, when), index only. And the questions that were asked of it.

create table clinic.exposures (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  -- lot: of needles, gel or cream. spin: one run of the centrifuge. operator: who wrote down the act.
  kind text not null check (kind in ('cartridge', 'lot', 'device', 'spin', 'room', 'operator')),
  -- A lot's letters, 'lot/unit' of a cartridge, or an id. A lot without its maker meets the same letters of any maker: too many, never too few.
  source text not null check (btrim(source) <> ''),
  at timestamptz not null,
  treatment_id uuid not null,
  patient_id uuid not null,
  primary key (clinic_id, kind, source, at, treatment_id) include (patient_id),
  foreign key (clinic_id, treatment_id, patient_id) references clinic.treatments (clinic_id, treatment_id, patient_id)
);
create index exposures_of_patient on clinic.exposures (clinic_id, patient_id, at) include (kind, source, treatment_id);
create index treatments_by_opening on clinic.treatments (clinic_id, opened_at) include (treatment_id, patient_id);
create trigger exposures_are_append_only before update or delete on clinic.exposures for each row execute function clinic.refuse_change();
create trigger exposures_are_never_emptied before truncate on clinic.exposures for each statement execute function clinic.refuse_change();

-- Notes one use; a second use of the same thing in one treatment adds nothing. For triggers only: nobody else may write here.
create function clinic.note_exposure(of_clinic uuid, of_treatment uuid, of_kind text, of_source text, used_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if btrim(coalesce(of_source, '')) = '' then
    return;
  end if;
  insert into clinic.exposures (clinic_id, kind, source, at, treatment_id, patient_id)
  select t.clinic_id, of_kind, of_source, used_at, t.treatment_id, t.patient_id
  from clinic.treatments t
  where t.clinic_id = of_clinic and t.treatment_id = of_treatment and not exists (
    select from clinic.exposures e
    where e.clinic_id = t.clinic_id and e.patient_id = t.patient_id and e.treatment_id = t.treatment_id and e.kind = of_kind and e.source = of_source
  );
end $$;

-- The rooms of the diary, from the moment the treatment is opened there.
create function clinic.note_rooms() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.note_exposure(new.clinic_id, new.treatment_id, 'room', r.resource_id::text, new.opened_at)
  from clinic.occupancies o join clinic.resources r on r.clinic_id = o.clinic_id and r.resource_id = o.resource_id
  where o.clinic_id = new.clinic_id and o.appointment_id = new.appointment_id and r.kind = 'room';
  return null;
end $$;
create trigger treatment_notes_its_rooms after insert on clinic.treatments for each row execute function clinic.note_rooms();

-- The needles, and the handpiece of the diary that they are put on.
create function clinic.note_cartridge() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.note_exposure(new.clinic_id, new.treatment_id, 'lot', upper(btrim(new.lot)), new.opened_at);
  if btrim(new.lot) <> '' and btrim(new.unit) <> '' then
    perform clinic.note_exposure(new.clinic_id, new.treatment_id, 'cartridge', upper(btrim(new.lot)) || '/' || upper(btrim(new.unit)), new.opened_at);
  end if;
  perform clinic.note_exposure(new.clinic_id, new.treatment_id, 'device', r.resource_id::text, new.opened_at)
  from clinic.treatments t
  join clinic.occupancies o on o.clinic_id = t.clinic_id and o.appointment_id = t.appointment_id
  join clinic.resources r on r.clinic_id = o.clinic_id and r.resource_id = o.resource_id
  where t.clinic_id = new.clinic_id and t.treatment_id = new.treatment_id and r.kind = 'device';
  return null;
end $$;
create trigger cartridge_notes_its_use after insert on clinic.cartridges for each row execute function clinic.note_cartridge();

-- Who had their hands on the patient, and the lots of what was spread on the skin.
create function clinic.note_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.note_exposure(new.clinic_id, new.treatment_id, 'operator', new.by_member::text, new.at);
  if new.kind in ('numbingStarted', 'glideApplied', 'petrolatumApplied') then
    perform clinic.note_exposure(new.clinic_id, new.treatment_id, 'lot', upper(btrim(convert_from(new.canonical, 'UTF8')::jsonb ->> 'lot')), new.at);
  end if;
  return null;
end $$;
create trigger event_notes_its_use after insert on clinic.treatment_events for each row
when (new.kind in ('numbingStarted', 'disinfected', 'cartridgeOpened', 'glideApplied', 'passAdded', 'petrolatumApplied'))
execute function clinic.note_event();

-- A look-back that was asked for: about what, in which days, why and by whom. 'patient' = from an index patient.
create table clinic.look_backs (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  look_back_id uuid not null,
  kind text not null check (kind in ('cartridge', 'lot', 'device', 'spin', 'room', 'operator', 'patient')),
  source text not null check (btrim(source) <> ''),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  reason text not null check (length(btrim(reason)) between 3 and 500),
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (clinic_id, look_back_id),
  foreign key (clinic_id, asked_by) references clinic.team_members (clinic_id, member_id)
);
create index look_backs_by_time on clinic.look_backs (clinic_id, asked_at desc);

-- Who of those found was told, how and by whom.
create table clinic.exposure_notices (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  look_back_id uuid not null,
  patient_id uuid not null,
  way text not null check (way in ('letter', 'call')),
  told_by uuid not null,
  told_at timestamptz not null,
  primary key (clinic_id, look_back_id, patient_id, way),
  foreign key (clinic_id, look_back_id) references clinic.look_backs (clinic_id, look_back_id),
  foreign key (clinic_id, patient_id) references clinic.patients (clinic_id, patient_id),
  foreign key (clinic_id, told_by) references clinic.team_members (clinic_id, member_id)
);
create trigger look_backs_are_append_only before update or delete on clinic.look_backs for each row execute function clinic.refuse_change();
create trigger look_backs_are_never_emptied before truncate on clinic.look_backs for each statement execute function clinic.refuse_change();
create trigger exposure_notices_are_append_only before update or delete on clinic.exposure_notices for each row execute function clinic.refuse_change();
create trigger exposure_notices_are_never_emptied before truncate on clinic.exposure_notices for each statement execute function clinic.refuse_change();

grant select on clinic.exposures to pointille_app;
grant select, insert on clinic.look_backs, clinic.exposure_notices to pointille_app;
revoke all on function clinic.note_exposure, clinic.note_rooms, clinic.note_cartridge, clinic.note_event from public;

do $$
declare
  fenced regclass;
begin
  foreach fenced in array array['clinic.exposures', 'clinic.look_backs', 'clinic.exposure_notices']::regclass[] loop
    execute format('alter table %s enable row level security', fenced);
    execute format('alter table %s force row level security', fenced);
    execute format('create policy own_clinic on %s using (clinic_id = house.tenant()) with check (clinic_id = house.tenant())', fenced);
  end loop;
end $$;

-- What was used before there was this table, clinic by clinic: the fence holds for the owner too.
do $$
declare
  of_clinic uuid;
begin
  for of_clinic in select c.clinic_id from house.clinics c loop
    perform set_config('pointille.clinic_id', of_clinic::text, true);
    perform clinic.note_exposure(t.clinic_id, t.treatment_id, 'room', r.resource_id::text, t.opened_at)
    from clinic.treatments t
    join clinic.occupancies o on o.clinic_id = t.clinic_id and o.appointment_id = t.appointment_id
    join clinic.resources r on r.clinic_id = o.clinic_id and r.resource_id = o.resource_id
    where t.clinic_id = of_clinic and r.kind = 'room';
    perform clinic.note_exposure(c.clinic_id, c.treatment_id, 'lot', upper(btrim(c.lot)), c.opened_at)
    from clinic.cartridges c where c.clinic_id = of_clinic order by c.opened_at;
    perform clinic.note_exposure(c.clinic_id, c.treatment_id, 'cartridge', upper(btrim(c.lot)) || '/' || upper(btrim(c.unit)), c.opened_at)
    from clinic.cartridges c where c.clinic_id = of_clinic and btrim(c.lot) <> '' and btrim(c.unit) <> '';
    perform clinic.note_exposure(c.clinic_id, c.treatment_id, 'device', r.resource_id::text, c.opened_at)
    from clinic.cartridges c
    join clinic.treatments t on t.clinic_id = c.clinic_id and t.treatment_id = c.treatment_id
    join clinic.occupancies o on o.clinic_id = t.clinic_id and o.appointment_id = t.appointment_id
    join clinic.resources r on r.clinic_id = o.clinic_id and r.resource_id = o.resource_id
    where c.clinic_id = of_clinic and r.kind = 'device' order by c.opened_at;
    perform clinic.note_exposure(e.clinic_id, e.treatment_id, 'operator', e.by_member::text, min(e.at))
    from clinic.treatment_events e
    where e.clinic_id = of_clinic and e.kind in ('numbingStarted', 'disinfected', 'cartridgeOpened', 'glideApplied', 'passAdded', 'petrolatumApplied')
    group by e.clinic_id, e.treatment_id, e.by_member;
    perform clinic.note_exposure(e.clinic_id, e.treatment_id, 'lot', upper(btrim(convert_from(e.canonical, 'UTF8')::jsonb ->> 'lot')), e.at)
    from clinic.treatment_events e
    where e.clinic_id = of_clinic and e.kind in ('numbingStarted', 'glideApplied', 'petrolatumApplied') order by e.at;
  end loop;
  perform set_config('pointille.clinic_id', '', true);
end $$;
