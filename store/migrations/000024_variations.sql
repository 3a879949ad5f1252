-- Variations made in the page: a draft may begin from the plan in force instead of a file; a version keeps what is
-- marked about it, and which row each objective is at its place before and after.

alter table import_draft
  -- The version that the draft changes; null: it was read from a file.
  add column varies uuid,
  add column change_kind text check (change_kind in ('variation', 'correction')),
  add foreign key (town, varies) references plan_version (town, id),
  add check ((varies is null) = (change_kind is null));

alter table plan_version
  -- [{code, sector, number, title, day, message}], as domain/plan/variation-flags.ts has them.
  add column flags jsonb not null default '[]' check (jsonb_typeof(flags) = 'array'),
  -- [{objective, sector, before, after}]; null: not kept.
  add column places jsonb check (jsonb_typeof(places) = 'array');
