-- Stock: what came in, what is on the shelf, what left it and why. Promise 2 stays where it was, in the key of clinic.cartridges;
-- here a unit has the same key, so that opening one takes it from the shelf. What is recalled or expired is opened by nobody.

-- A product. Where its maker gives no GTIN it gets a number of our own: GS1 keeps those that begin with 02 for use inside a house.
create table clinic.stock_items (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  item_id uuid not null,
  kind text not null check (kind in ('cartridge', 'roller', 'topical', 'prpKit')),
  name text not null check (length(btrim(name)) between 1 and 120),
  gtin text not null check (gtin ~ '^[0-9]{14}$'),
  own_gtin boolean not null,
  -- The HIBC number on the pack of makers that use no GTIN: labeler, product, unit of measure.
  hibc text check (hibc ~ '^[A-Z][0-9A-Z]{4,21}[0-9]$'),
  low_below integer not null check (low_below between 0 and 10000),
  added_at timestamptz not null,
  primary key (clinic_id, item_id),
  unique (clinic_id, gtin),
  unique (clinic_id, hibc),
  unique (clinic_id, item_id, gtin)
);

-- A lot expires once, whoever types it.
create table clinic.stock_lots (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  gtin text not null,
  lot text not null check (lot = upper(btrim(lot)) and length(lot) between 1 and 60),
  item_id uuid not null,
  expires_on date not null,
  primary key (clinic_id, gtin, lot),
  foreign key (clinic_id, item_id, gtin) references clinic.stock_items (clinic_id, item_id, gtin)
);
create index stock_lots_by_lot on clinic.stock_lots (clinic_id, lot);

create table clinic.stock_receipts (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  receipt_id uuid not null,
  gtin text not null,
  lot text not null,
  received_at timestamptz not null,
  received_by uuid not null,
  primary key (clinic_id, receipt_id),
  unique (clinic_id, receipt_id, gtin, lot),
  foreign key (clinic_id, gtin, lot) references clinic.stock_lots (clinic_id, gtin, lot),
  foreign key (clinic_id, received_by) references clinic.team_members (clinic_id, member_id)
);

-- One piece that can be told from every other: by its maker's serial, or by the number on our own label.
create table clinic.stock_units (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  gtin text not null,
  lot text not null,
  unit text not null check (unit = upper(btrim(unit)) and length(unit) between 1 and 60),
  receipt_id uuid not null,
  -- The number on our label, given once in a clinic; null = the maker's serial.
  label_number integer check (label_number >= 1),
  primary key (clinic_id, gtin, lot, unit),
  unique (clinic_id, label_number),
  foreign key (clinic_id, receipt_id, gtin, lot) references clinic.stock_receipts (clinic_id, receipt_id, gtin, lot),
  check (label_number is null or unit = 'P' || lpad(label_number::text, greatest(6, length(label_number::text)), '0'))
);
create index stock_units_by_number on clinic.stock_units (clinic_id, lot, unit);
create index stock_units_of_receipt on clinic.stock_units (clinic_id, receipt_id);

-- A piece leaves the shelf once.
create table clinic.stock_exits (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  gtin text not null,
  lot text not null,
  unit text not null,
  kind text not null check (kind in ('opened', 'discarded')),
  -- Why it was thrown away.
  reason text not null default '' check (length(reason) <= 500),
  left_at timestamptz not null,
  -- Null: a treatment opened it, and the treatment's own event says who.
  left_by uuid,
  primary key (clinic_id, gtin, lot, unit),
  foreign key (clinic_id, gtin, lot, unit) references clinic.stock_units (clinic_id, gtin, lot, unit),
  foreign key (clinic_id, left_by) references clinic.team_members (clinic_id, member_id),
  check (kind = 'opened' or btrim(reason) <> '' and left_by is not null)
);

-- A lot that must not be used. gtin '' = whoever made it. A recall ends only by being lifted, with a name and a reason.
create table clinic.lot_recalls (
  clinic_id uuid not null references clinic.profiles on delete cascade,
  recall_id uuid not null,
  gtin text not null check (gtin = '' or gtin ~ '^[0-9]{14}$'),
  lot text not null check (lot = upper(btrim(lot)) and length(lot) between 1 and 60),
  source text not null check (source in ('maker', 'authority', 'clinic')),
  reason text not null check (length(btrim(reason)) between 1 and 500),
  recalled_at timestamptz not null,
  recalled_by uuid not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lift_reason text,
  primary key (clinic_id, recall_id),
  foreign key (clinic_id, recalled_by) references clinic.team_members (clinic_id, member_id),
  foreign key (clinic_id, lifted_by) references clinic.team_members (clinic_id, member_id),
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null)),
  check (lifted_at is null or btrim(lift_reason) <> '' and lifted_at >= recalled_at)
);
create index lot_recalls_by_lot on clinic.lot_recalls (clinic_id, lot);

create trigger stock_units_are_append_only before update or delete on clinic.stock_units for each row execute function clinic.refuse_change();
create trigger stock_exits_are_append_only before update or delete on clinic.stock_exits for each row execute function clinic.refuse_change();

create function clinic.guard_recall() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if old.lifted_at is not null then
    raise exception 'a lifted recall stays lifted: recall the lot again' using errcode = 'PT405';
  end if;
  return new;
end $$;
create trigger recall_is_lifted_once before update on clinic.lot_recalls for each row execute function clinic.guard_recall();

-- How a cartridge came to its treatment, and the expiry that its pack said; unknown of those opened before there was a stock.
alter table clinic.cartridges
  add column from_stock boolean not null default false,
  add column expires_on date;

create function clinic.is_recalled(of_clinic uuid, of_gtin text, of_lot text, at timestamptz) returns boolean
language sql stable parallel safe
return exists (
  select from clinic.lot_recalls r
  where r.clinic_id = of_clinic and r.lot = of_lot and (r.gtin = '' or of_gtin = '' or r.gtin = of_gtin)
    and r.recalled_at <= at and (r.lifted_at is null or r.lifted_at > at)
);

-- Every opening passes here, whoever writes it. It is judged by its own instant: what was opened before the recall was opened.
create function clinic.judge_cartridge() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  opened_on date := (new.opened_at at time zone 'UTC')::date;
  found_units integer;
  piece record;
begin
  select count(*) into found_units from clinic.stock_units u
  where u.clinic_id = new.clinic_id and u.lot = new.lot and u.unit = new.unit and (new.gtin = '' or u.gtin = new.gtin);
  if found_units > 1 then
    raise exception 'several products have a piece % of lot %: say which', new.unit, new.lot using errcode = 'PT422';
  end if;
  new.from_stock := found_units = 1;
  if new.from_stock then
    select u.gtin, l.expires_on, i.kind into piece
    from clinic.stock_units u
    join clinic.stock_lots l on l.clinic_id = u.clinic_id and l.gtin = u.gtin and l.lot = u.lot
    join clinic.stock_items i on i.clinic_id = l.clinic_id and i.item_id = l.item_id
    where u.clinic_id = new.clinic_id and u.lot = new.lot and u.unit = new.unit and (new.gtin = '' or u.gtin = new.gtin);
    new.gtin := piece.gtin;
    new.expires_on := piece.expires_on;
    if piece.kind not in ('cartridge', 'roller') then
      raise exception 'piece % of lot % has no needles', new.unit, new.lot using errcode = 'PT422';
    end if;
    if exists (select from clinic.stock_exits e where e.clinic_id = new.clinic_id and e.gtin = new.gtin and e.lot = new.lot and e.unit = new.unit and e.kind = 'discarded') then
      raise exception 'piece % of lot % was thrown away', new.unit, new.lot using errcode = 'PT410';
    end if;
  end if;
  if new.expires_on < opened_on then
    raise exception 'lot % expired on %', new.lot, new.expires_on using errcode = 'PT410';
  end if;
  if clinic.is_recalled(new.clinic_id, new.gtin, new.lot, new.opened_at) then
    raise exception 'lot % is recalled', new.lot using errcode = 'PT410';
  end if;
  return new;
end $$;
create trigger cartridge_is_judged before insert on clinic.cartridges for each row execute function clinic.judge_cartridge();

create function clinic.take_cartridge_from_stock() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  insert into clinic.stock_exits (clinic_id, gtin, lot, unit, kind, left_at)
  values (new.clinic_id, new.gtin, new.lot, new.unit, 'opened', new.opened_at);
  return null;
end $$;
create trigger cartridge_leaves_the_shelf after insert on clinic.cartridges for each row when (new.from_stock) execute function clinic.take_cartridge_from_stock();

-- Needles leave the shelf opened only through a treatment; nothing leaves it that is recalled or expired but to be thrown away.
create function clinic.guard_exit() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  piece record;
begin
  if new.kind = 'discarded' then
    return new;
  end if;
  select i.kind, l.expires_on into piece
  from clinic.stock_lots l join clinic.stock_items i on i.clinic_id = l.clinic_id and i.item_id = l.item_id
  where l.clinic_id = new.clinic_id and l.gtin = new.gtin and l.lot = new.lot;
  if piece.kind in ('cartridge', 'roller') and not exists (
    select from clinic.cartridges c
    where c.clinic_id = new.clinic_id and c.gtin = new.gtin and c.lot = new.lot and c.unit = new.unit
  ) then
    raise exception 'needles are opened by a treatment' using errcode = 'PT403';
  end if;
  if piece.expires_on < (new.left_at at time zone 'UTC')::date or clinic.is_recalled(new.clinic_id, new.gtin, new.lot, new.left_at) then
    raise exception 'lot % is recalled or expired: it can only be thrown away', new.lot using errcode = 'PT410';
  end if;
  return new;
end $$;
create trigger exit_is_judged before insert on clinic.stock_exits for each row execute function clinic.guard_exit();

-- The next number of our own labels: the lock makes the order, the key keeps it.
create function clinic.next_label_number() returns integer
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('labels ' || house.tenant()::text, 0));
  return (select coalesce(max(u.label_number), 0) + 1 from clinic.stock_units u where u.clinic_id = house.tenant());
end $$;

grant select, insert on clinic.stock_items, clinic.stock_lots, clinic.stock_receipts, clinic.stock_units, clinic.stock_exits, clinic.lot_recalls to pointille_app;
grant update (low_below, name) on clinic.stock_items to pointille_app;
-- An expiry that was typed wrong is put right, and the access log says by whom.
grant update (expires_on) on clinic.stock_lots to pointille_app;
grant update (lifted_at, lifted_by, lift_reason) on clinic.lot_recalls to pointille_app;
revoke all on function clinic.guard_recall, clinic.is_recalled, clinic.judge_cartridge, clinic.take_cartridge_from_stock, clinic.guard_exit, clinic.next_label_number from public;
grant execute on function clinic.is_recalled, clinic.next_label_number to pointille_app;

do $$
declare
  fenced regclass;
begin
  foreach fenced in array array['clinic.stock_items', 'clinic.stock_lots', 'clinic.stock_receipts', 'clinic.stock_units', 'clinic.stock_exits', 'clinic.lot_recalls']::regclass[] loop
    execute format('alter table %s enable row level security', fenced);
    execute format('alter table %s force row level security', fenced);
    execute format('create policy own_clinic on %s using (clinic_id = house.tenant()) with check (clinic_id = house.tenant())', fenced);
  end loop;
end $$;
