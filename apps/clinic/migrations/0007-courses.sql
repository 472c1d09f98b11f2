-- A course: the planned series of treatments of one patient. Every saved plan stays as it was: a change is a new version, so
-- nobody overwrites what another has just saved, and the record says who planned what.

create table clinic.courses (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  course_id uuid not null,
  patient_id uuid not null,
  started_at timestamptz not null,
  primary key (clinic_id, course_id),
  foreign key (clinic_id, patient_id) references clinic.patients (clinic_id, patient_id)
);
create index courses_of_patient on clinic.courses (clinic_id, patient_id, started_at);

-- The plan as features/courses/course-plan.ts reads and checks it. Two savers from one version: the key lets one of them in.
create table clinic.course_versions (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  course_id uuid not null,
  version integer not null check (version >= 1),
  plan jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (clinic_id, course_id, version),
  foreign key (clinic_id, course_id) references clinic.courses (clinic_id, course_id),
  foreign key (clinic_id, saved_by) references clinic.team_members (clinic_id, member_id)
);
create trigger course_versions_are_append_only before update or delete on clinic.course_versions for each row execute function clinic.refuse_change();
create trigger course_versions_are_never_emptied before truncate on clinic.course_versions for each statement execute function clinic.refuse_change();

grant select, insert on clinic.courses, clinic.course_versions to pointille_app;

do $$
declare
  fenced regclass;
begin
  foreach fenced in array array['clinic.courses', 'clinic.course_versions']::regclass[] loop
    execute format('alter table %s enable row level security', fenced);
    execute format('alter table %s force row level security', fenced);
    execute format('create policy own_clinic on %s using (clinic_id = house.tenant()) with check (clinic_id = house.tenant())', fenced);
  end loop;
end $$;
