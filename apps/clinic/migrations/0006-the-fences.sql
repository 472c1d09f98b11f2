-- Promise 6: a clinic sees itself only. One policy, the same on every table of the schema, forced on the owner too.
do $$
declare
  fenced regclass;
begin
  for fenced in select c.oid from pg_class c where c.relnamespace = 'clinic'::regnamespace and c.relkind in ('r', 'p') loop
    execute format('alter table %s enable row level security', fenced);
    execute format('alter table %s force row level security', fenced);
    execute format('create policy own_clinic on %s using (clinic_id = house.tenant()) with check (clinic_id = house.tenant())', fenced);
  end loop;
end $$;
