-- What the forecast expected on the day of a check-in, kept as it was shown then, and which answers were more marked than that.
-- Both stay empty where there was nothing to forecast from; neither ever changes a red flag.
alter table clinic.check_ins
  add column expected jsonb,
  add column outside text[] not null default '{}' check (outside <@ array['redness', 'swelling', 'pain']);
