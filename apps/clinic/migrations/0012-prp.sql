-- Plasma, and promise 3: it goes back to its donor. A tube names its patient, an application names tube, treatment and patient, and
-- composite keys hold the three together: a row that crosses two people cannot exist, whoever writes it.
-- What happened to a tube is a chain of events like a treatment's; where it reached the skin, the treatment's own chain names it too.

-- Where tubes stand in the centrifuge. Each place is a resource; the radius turns rpm into g.
create table clinic.centrifuge_places (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  place_id uuid not null,
  centrifuge text not null check (btrim(centrifuge) <> ''),
  rotor integer not null check (rotor >= 1),
  place integer not null check (place >= 1),
  radius_mm integer not null check (radius_mm between 30 and 400),
  usual_rpm integer not null check (usual_rpm between 100 and 15000),
  usual_minutes integer not null check (usual_minutes between 1 and 60),
  primary key (clinic_id, place_id),
  unique (clinic_id, centrifuge, rotor, place),
  foreign key (clinic_id, place_id) references clinic.resources (clinic_id, resource_id)
);

-- One tube of blood, drawn from the patient of this treatment. The columns below the line are moved by the tube's events alone.
create table clinic.prp_tubes (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  tube_id uuid not null,
  patient_id uuid not null,
  treatment_id uuid not null,
  label_year integer not null check (label_year between 2000 and 2999),
  label_number integer not null check (label_number >= 1),
  tube_lot text check (btrim(tube_lot) <> ''),
  drawn_at timestamptz not null,
  --
  last_seq integer not null default 0,
  head_hash text,
  last_kind text,
  stopped_at timestamptz,
  accounted_at timestamptz,
  primary key (clinic_id, tube_id),
  unique (clinic_id, tube_id, patient_id),
  unique (clinic_id, label_year, label_number),
  foreign key (clinic_id, treatment_id, patient_id) references clinic.treatments (clinic_id, treatment_id, patient_id)
);
create index prp_tubes_open on clinic.prp_tubes (clinic_id, drawn_at) where accounted_at is null;
create index prp_tubes_of_treatment on clinic.prp_tubes (clinic_id, treatment_id);

-- A label is printed once. A reprint is the next letter, and it voids those before it: the highest print is the one that counts.
create table clinic.prp_labels (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  label text not null check (label ~ '^PT-[0-9]{4}-[0-9]{5,7}-[A-Z](-S)?$'),
  tube_id uuid not null,
  kind text not null check (kind in ('tube', 'syringe')),
  print integer not null check (print between 1 and 26),
  printed_at timestamptz not null,
  primary key (clinic_id, label),
  unique (clinic_id, tube_id, kind, print),
  foreign key (clinic_id, tube_id) references clinic.prp_tubes (clinic_id, tube_id)
);

create table clinic.prp_events (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  tube_id uuid not null,
  seq integer not null check (seq >= 1),
  event_id uuid not null,
  kind text not null check (kind in ('drawn', 'labelReprinted', 'labelChecked', 'spinStarted', 'spinEnded', 'identityMatched', 'mismatched',
    'colleagueCalled', 'syringeFilled', 'applied', 'remainsDiscarded', 'discarded')),
  at timestamptz not null,
  by_member uuid not null,
  canonical bytea not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  primary key (clinic_id, tube_id, seq),
  unique (clinic_id, event_id),
  foreign key (clinic_id, tube_id) references clinic.prp_tubes (clinic_id, tube_id),
  foreign key (clinic_id, by_member) references clinic.team_members (clinic_id, member_id)
);

-- A tube in a place of the centrifuge. Tubes that turn at the same time in one centrifuge are one run.
create table clinic.prp_spins (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  spin_id uuid not null,
  tube_id uuid not null,
  place_id uuid not null,
  run_id uuid not null,
  during tstzrange not null check (not isempty(during)),
  rpm integer not null check (rpm between 100 and 15000),
  radius_mm integer not null,
  force_g integer not null check (abs(force_g - 1.118e-5 * radius_mm / 10.0 * rpm * rpm) < 1),
  primary key (clinic_id, spin_id),
  foreign key (clinic_id, tube_id) references clinic.prp_tubes (clinic_id, tube_id),
  foreign key (clinic_id, place_id) references clinic.centrifuge_places (clinic_id, place_id),
  constraint one_tube_in_a_place exclude using gist (clinic_id with =, place_id with =, during with &&),
  constraint a_tube_in_one_place exclude using gist (clinic_id with =, tube_id with =, during with &&)
);
create index prp_spins_by_time on clinic.prp_spins using gist (clinic_id, during);

-- Promise 3. One tube is applied once, in a treatment of the patient whose blood it was.
create table clinic.prp_applications (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  tube_id uuid not null,
  patient_id uuid not null,
  treatment_id uuid not null,
  applied_at timestamptz not null,
  delay_minutes integer not null check (delay_minutes between 0 and 240),
  primary key (clinic_id, tube_id),
  foreign key (clinic_id, tube_id, patient_id) references clinic.prp_tubes (clinic_id, tube_id, patient_id),
  foreign key (clinic_id, treatment_id, patient_id) references clinic.treatments (clinic_id, treatment_id, patient_id)
);
create index prp_applications_of_treatment on clinic.prp_applications (clinic_id, treatment_id);

-- Somebody said that the day is over: then every tube has been accounted for.
create table clinic.prp_day_closings (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  closing_id uuid not null,
  day_on date not null,
  closed_at timestamptz not null,
  closed_by uuid not null,
  primary key (clinic_id, closing_id),
  foreign key (clinic_id, closed_by) references clinic.team_members (clinic_id, member_id)
);

do $$
declare
  kept text;
begin
  foreach kept in array array['prp_labels', 'prp_events', 'prp_spins', 'prp_applications', 'prp_day_closings'] loop
    execute format('create trigger %1$s_are_append_only before update or delete on clinic.%1$s for each row execute function clinic.refuse_change()', kept);
    execute format('create trigger %1$s_are_never_emptied before truncate on clinic.%1$s for each statement execute function clinic.refuse_change()', kept);
  end loop;
end $$;

-- No tube where plasma is prohibited or its purpose was not stated; the country's rule itself is data of the application.
create function clinic.judge_prp_tube() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from clinic.profiles p where p.clinic_id = new.clinic_id and p.country <> 'FR' and btrim(coalesce(p.prp_purpose, '')) <> '') then
    raise exception 'this clinic has no plasma' using errcode = 'PT403';
  end if;
  if exists (select from clinic.treatments t where t.clinic_id = new.clinic_id and t.treatment_id = new.treatment_id and t.sealed_at is not null) then
    raise exception 'a sealed treatment draws no blood' using errcode = 'PT405';
  end if;
  return new;
end $$;
create trigger prp_tube_is_judged before insert on clinic.prp_tubes for each row execute function clinic.judge_prp_tube();

create function clinic.judge_prp_label() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  tube clinic.prp_tubes;
begin
  select * into tube from clinic.prp_tubes t where t.clinic_id = new.clinic_id and t.tube_id = new.tube_id;
  if new.label <> 'PT-' || tube.label_year || '-' || lpad(tube.label_number::text, greatest(5, length(tube.label_number::text)), '0')
      || '-' || chr(64 + new.print) || (case when new.kind = 'syringe' then '-S' else '' end) then
    raise exception 'label % is not that of its tube', new.label using errcode = 'PT422';
  end if;
  return new;
end $$;
create trigger prp_label_is_judged before insert on clinic.prp_labels for each row execute function clinic.judge_prp_label();

-- The run is found here, so that nobody forgets it: whoever turns with another shares its run.
create function clinic.join_prp_run() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  new.run_id := coalesce((
    select s.run_id from clinic.prp_spins s
    join clinic.centrifuge_places p on p.clinic_id = s.clinic_id and p.place_id = s.place_id
    join clinic.centrifuge_places mine on mine.clinic_id = p.clinic_id and mine.centrifuge = p.centrifuge
    where s.clinic_id = new.clinic_id and mine.place_id = new.place_id and s.during && new.during
    order by lower(s.during) limit 1
  ), new.spin_id);
  return new;
end $$;
create trigger prp_spin_joins_its_run before insert on clinic.prp_spins for each row execute function clinic.join_prp_run();

-- Plasma reaches the skin from a syringe that was filled and not thrown away, within four hours, in a treatment that is open.
create function clinic.judge_prp_application() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  tube clinic.prp_tubes;
begin
  select * into tube from clinic.prp_tubes t where t.clinic_id = new.clinic_id and t.tube_id = new.tube_id;
  if not found then
    return new; -- the key refuses it by its own name
  end if;
  if tube.stopped_at is not null or tube.accounted_at is not null then
    raise exception 'tube % was stopped or thrown away', new.tube_id using errcode = 'PT410';
  end if;
  if not exists (select from clinic.prp_events e where e.clinic_id = new.clinic_id and e.tube_id = new.tube_id and e.kind = 'syringeFilled') then
    raise exception 'tube % has no syringe', new.tube_id using errcode = 'PT409';
  end if;
  if new.applied_at < tube.drawn_at - interval '5 minutes' or new.applied_at > tube.drawn_at + interval '4 hours' then
    raise exception 'tube % was drawn more than four hours before', new.tube_id using errcode = 'PT410';
  end if;
  if new.delay_minutes <> greatest(0, floor(extract(epoch from new.applied_at - tube.drawn_at) / 60)) then
    raise exception 'the delay is that between draw and skin' using errcode = 'PT422';
  end if;
  if exists (select from clinic.treatments t where t.clinic_id = new.clinic_id and t.treatment_id = new.treatment_id and t.sealed_at is not null) then
    raise exception 'a sealed treatment never changes' using errcode = 'PT405';
  end if;
  return new;
end $$;
create trigger prp_application_is_judged before insert on clinic.prp_applications for each row execute function clinic.judge_prp_application();

-- Every event of a tube passes here. The tube's row is locked, so that its sequence has no gap and no fork.
create function clinic.accept_prp_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  tube clinic.prp_tubes;
  body jsonb;
begin
  select * into tube from clinic.prp_tubes t where t.clinic_id = new.clinic_id and t.tube_id = new.tube_id for update;
  if not found then
    raise exception 'no such tube in this clinic' using errcode = 'PT404';
  end if;
  if exists (select from clinic.prp_events e where e.clinic_id = new.clinic_id and e.event_id = new.event_id) then
    raise exception 'event % is recorded already', new.event_id using errcode = 'unique_violation';
  end if;
  if tube.accounted_at is not null then
    raise exception 'a tube that was thrown away has no more events' using errcode = 'PT405';
  end if;
  if tube.stopped_at is not null and new.kind not in ('discarded', 'colleagueCalled') then
    raise exception 'a stopped tube can only be thrown away' using errcode = 'PT410';
  end if;
  if new.seq <> tube.last_seq + 1 then
    raise exception 'event % comes after %, not as %', new.event_id, tube.last_seq, new.seq using errcode = 'PT409';
  end if;
  if new.hash <> encode(sha256(decode(coalesce(tube.head_hash, repeat('0', 64)), 'hex') || new.canonical), 'hex') then
    raise exception 'event % does not continue the chain', new.event_id using errcode = 'PT422';
  end if;
  body := convert_from(new.canonical, 'UTF8')::jsonb;
  if body ->> 'kind' is distinct from new.kind or body ->> 'eventId' is distinct from new.event_id::text or body ->> 'by' is distinct from new.by_member::text
    or date_trunc('milliseconds', (body ->> 'at')::timestamptz) is distinct from new.at then
    raise exception 'event % says one thing in its columns and another in its bytes', new.event_id using errcode = 'PT422';
  end if;
  if (new.kind = 'drawn') <> (new.seq = 1)
    or new.kind = 'drawn' and (body ->> 'patientId' is distinct from tube.patient_id::text or body ->> 'treatmentId' is distinct from tube.treatment_id::text or new.at <> tube.drawn_at) then
    raise exception 'a tube begins with its own draw' using errcode = 'PT422';
  end if;
  if new.kind = 'identityMatched' and body ->> 'patientId' is distinct from tube.patient_id::text then
    raise exception 'a tube matches its donor only' using errcode = 'PT422';
  end if;
  if new.kind = 'applied' and not exists (
    select from clinic.prp_applications a
    where a.clinic_id = new.clinic_id and a.tube_id = new.tube_id and a.applied_at = new.at
      and a.patient_id::text = body ->> 'patientId' and a.treatment_id::text = body ->> 'treatmentId'
  ) then
    raise exception 'plasma is applied to its donor, in their treatment' using errcode = 'PT422';
  end if;
  if new.kind = 'spinStarted' and not exists (
    select from clinic.prp_spins s where s.clinic_id = new.clinic_id and s.spin_id = new.event_id and s.tube_id = new.tube_id and s.place_id::text = body ->> 'placeId'
  ) then
    raise exception 'a spin has a place' using errcode = 'PT422';
  end if;
  update clinic.prp_tubes t
  set last_seq = new.seq, head_hash = new.hash, last_kind = new.kind,
      stopped_at = case when new.kind = 'mismatched' then new.at else t.stopped_at end,
      accounted_at = case when new.kind in ('discarded', 'remainsDiscarded') then new.at else t.accounted_at end
  where t.clinic_id = new.clinic_id and t.tube_id = new.tube_id;
  return new;
end $$;
create trigger prp_event_is_checked before insert on clinic.prp_events for each row execute function clinic.accept_prp_event();

-- The treatment's own chain may name plasma only where it was applied in it, with the patient's consent to this plan.
create function clinic.judge_plasma_event() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (
    select from clinic.prp_applications a
    where a.clinic_id = new.clinic_id and a.treatment_id = new.treatment_id
      and a.tube_id::text = convert_from(new.canonical, 'UTF8')::jsonb ->> 'tubeId' and a.applied_at = new.at
  ) then
    raise exception 'no plasma without its tube' using errcode = 'PT403';
  end if;
  if not exists (
    select from clinic.consents c join clinic.treatments t on t.clinic_id = c.clinic_id and t.treatment_id = c.treatment_id
    where c.clinic_id = new.clinic_id and c.treatment_id = new.treatment_id and c.plan_hash = t.plan_hash and c.voided_at is null and c.withdrawn_at is null
  ) then
    raise exception 'no plasma without consent to this plan' using errcode = 'PT403';
  end if;
  return new;
end $$;
create trigger plasma_event_is_checked before insert on clinic.treatment_events for each row
when (new.kind = 'plasmaApplied') execute function clinic.judge_plasma_event();

-- Nobody ends the day over a tube that nobody can find.
create function clinic.judge_prp_closing() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select from clinic.prp_tubes t where t.clinic_id = new.clinic_id and t.accounted_at is null and t.drawn_at <= new.closed_at) then
    raise exception 'a tube is not accounted for' using errcode = 'PT409';
  end if;
  return new;
end $$;
create trigger prp_day_is_judged before insert on clinic.prp_day_closings for each row execute function clinic.judge_prp_closing();

-- Look-back: who turned in one centrifuge, and whose blood was in tubes of one lot.
create function clinic.note_prp_spin() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.note_exposure(t.clinic_id, t.treatment_id, 'spin', new.run_id::text, lower(new.during))
  from clinic.prp_tubes t where t.clinic_id = new.clinic_id and t.tube_id = new.tube_id;
  return null;
end $$;
create trigger prp_spin_notes_its_use after insert on clinic.prp_spins for each row execute function clinic.note_prp_spin();

create function clinic.note_prp_tube() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.note_exposure(new.clinic_id, new.treatment_id, 'lot', upper(btrim(new.tube_lot)), new.drawn_at);
  return null;
end $$;
create trigger prp_tube_notes_its_lot after insert on clinic.prp_tubes for each row when (new.tube_lot is not null) execute function clinic.note_prp_tube();
create trigger plasma_notes_its_operator after insert on clinic.treatment_events for each row
when (new.kind = 'plasmaApplied') execute function clinic.note_event();

-- The next number of the year's labels, and the tube's lock: the application may not update a tube.
create function clinic.next_prp_number(of_year integer) returns integer
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('prp labels ' || house.tenant()::text, 0));
  return (select coalesce(max(t.label_number), 0) + 1 from clinic.prp_tubes t where t.clinic_id = house.tenant() and t.label_year = of_year);
end $$;
create function clinic.lock_prp_tube(tube uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform from clinic.prp_tubes t where t.clinic_id = house.tenant() and t.tube_id = tube for update;
end $$;

grant select on clinic.centrifuge_places, clinic.prp_tubes to pointille_app;
grant insert (clinic_id, tube_id, patient_id, treatment_id, label_year, label_number, tube_lot, drawn_at) on clinic.prp_tubes to pointille_app;
grant select, insert on clinic.prp_labels, clinic.prp_events, clinic.prp_spins, clinic.prp_applications, clinic.prp_day_closings to pointille_app;
revoke all on function clinic.judge_prp_tube, clinic.judge_prp_label, clinic.join_prp_run, clinic.judge_prp_application, clinic.accept_prp_event,
  clinic.judge_plasma_event, clinic.judge_prp_closing, clinic.note_prp_spin, clinic.note_prp_tube, clinic.next_prp_number, clinic.lock_prp_tube from public;
grant execute on function clinic.next_prp_number, clinic.lock_prp_tube to pointille_app;

do $$
declare
  fenced regclass;
begin
  foreach fenced in array array['clinic.centrifuge_places', 'clinic.prp_tubes', 'clinic.prp_labels', 'clinic.prp_events', 'clinic.prp_spins', 'clinic.prp_applications', 'clinic.prp_day_closings']::regclass[] loop
    execute format('alter table %s enable row level security', fenced);
    execute format('alter table %s force row level security', fenced);
    execute format('create policy own_clinic on %s using (clinic_id = house.tenant()) with check (clinic_id = house.tenant())', fenced);
  end loop;
end $$;
