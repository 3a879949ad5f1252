-- An indicator may have a rule of its own; what was set once changes by an act, or as a clerical correction.

-- Null: the town's rule for indicators of its kind.
alter table indicator_definition add column rule jsonb check (rule is null or jsonb_typeof(rule) = 'object');

create table measure_change (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  cycle uuid not null,
  objective uuid not null,
  -- Null: a correction.
  act uuid,
  reason text not null,
  -- The parts that changed, each before and after.
  changes jsonb not null check (jsonb_typeof(changes) = 'array'),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (town, id),
  foreign key (town, cycle) references cycle (town, id),
  foreign key (town, objective) references objective (town, id),
  foreign key (town, act) references act (town, id),
  foreign key (town, recorded_by) references person (town, id)
);
create index measure_change_of on measure_change (town, cycle, recorded_at);

alter table measure_change enable row level security;
alter table measure_change force row level security;
create policy own_town on measure_change
  using (town = nullif(current_setting('app.town', true), '')::uuid);

-- What changed and by which act is never rewritten; words of people can be erased.
grant select, insert on measure_change to traguardo_app;
grant update (reason) on measure_change to traguardo_app;
