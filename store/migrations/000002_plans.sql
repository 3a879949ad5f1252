-- The cycle of a year, the acts, and the plan as deliberated: versions, objectives with their weight
-- in each sector, indicators, milestones. Weights are whole ten-thousandths of a point.

create table cycle (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  year integer not null check (year between 2000 and 2999),
  state text not null default 'open' check (state in ('open', 'closed')),
  -- Null until a plan is confirmed. Notices start after the later of the two days.
  approved_on date,
  live_on date,
  closed_on date,
  primary key (town, id),
  unique (town, year),
  check ((approved_on is null) = (live_on is null)),
  check ((state = 'closed') = (closed_on is not null))
);

create table act (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  organ text not null
    check (organ in ('giunta', 'consiglio', 'sindaco', 'segretario', 'responsabile', 'commissario', 'other')),
  number text not null check (btrim(number) <> ''),
  adopted_on date not null,
  subject text not null default '',
  protocol_number text,
  protocol_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (town, id),
  foreign key (town, recorded_by) references person (town, id)
);
-- An organ numbers its acts by year: the same number twice in a year is the same act.
create unique index act_number on act (town, organ, number, (extract(year from adopted_on)));

create table plan_version (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  cycle uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('approval', 'variation', 'correction')),
  -- Only a clerical correction needs no act.
  act uuid,
  effective_from date not null,
  -- The plan as it was confirmed (contract of the plan compiler), and what lint said of it.
  source jsonb not null,
  lint jsonb not null default '[]',
  note text not null default '',
  confirmed_by uuid,
  confirmed_at timestamptz not null,
  primary key (town, id),
  unique (town, cycle, number),
  foreign key (town, cycle) references cycle (town, id),
  foreign key (town, act) references act (town, id),
  foreign key (town, confirmed_by) references person (town, id),
  check (kind = 'correction' or act is not null)
);

create table cycle_sector (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  cycle uuid not null,
  sector uuid not null,
  ordinal integer not null,
  -- The role the plan prints as responsible, as printed.
  printed_owner text,
  primary key (town, cycle, sector),
  foreign key (town, cycle) references cycle (town, id),
  foreign key (town, sector) references sector (town, id)
);

create table objective (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  cycle uuid not null,
  plan_version uuid not null,
  ordinal integer not null,
  -- As printed, never renumbered; duplicates happen.
  number text,
  title text not null,
  shared boolean not null,
  printed_owner text,
  state text not null default 'in-force' check (state in ('in-force', 'withdrawn', 'evaluated')),
  -- What a report says was attained: {value, unit}.
  result jsonb,
  source_from integer,
  source_to integer,
  primary key (town, id),
  foreign key (town, cycle) references cycle (town, id),
  foreign key (town, plan_version) references plan_version (town, id)
);
create index objective_cycle on objective (cycle, ordinal);

create table sector_weight (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  objective uuid not null,
  sector uuid not null,
  -- Place of the objective in that sector's list.
  ordinal integer not null,
  weight_units bigint check (weight_units >= 0),
  primary key (town, objective, sector),
  foreign key (town, objective) references objective (town, id),
  foreign key (town, sector) references sector (town, id)
);
create index sector_weight_sector on sector_weight (sector);

create table indicator (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  objective uuid not null,
  ordinal integer not null,
  text text not null,
  target_value double precision,
  target_unit text,
  target_op text check (target_op in ('>=', '<=', '<', '>')),
  primary key (town, id),
  foreign key (town, objective) references objective (town, id),
  check (target_value is not null or (target_unit is null and target_op is null))
);
create index indicator_objective on indicator (objective, ordinal);

create table milestone (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  objective uuid not null,
  ordinal integer not null,
  kind text not null
    check (kind in ('date', 'month-end', 'period', 'recurring', 'relative', 'external-term', 'none')),
  role text check (role in ('as-of', 'event', 'start-window', 'continuous')),
  date date,
  start date,
  recurrence text,
  dtstart date,
  duration text,
  anchor text,
  working_days boolean not null default false,
  invalid boolean not null default false,
  phrase text not null,
  weight_units bigint check (weight_units >= 0),
  source_line integer,
  primary key (town, id),
  foreign key (town, objective) references objective (town, id)
);
create index milestone_objective on milestone (objective, ordinal);

do $$
declare t text;
begin
  foreach t in array array['cycle', 'act', 'plan_version', 'cycle_sector', 'objective', 'sector_weight',
    'indicator', 'milestone'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert, update on cycle, objective, sector_weight, cycle_sector, indicator, milestone
  to traguardo_app;
-- An act and a version are what was deliberated: recorded, completed with protocol data, never rewritten.
grant select, insert on act, plan_version to traguardo_app;
grant update (protocol_number, protocol_on) on act to traguardo_app;
