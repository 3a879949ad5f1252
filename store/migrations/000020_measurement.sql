-- Measurement: the rules of the town's SMVP, how each indicator is measured, one self-evaluation for each sector, the
-- history of what was proposed, claimed and decided for each objective, the share of pay tied to payment times, and
-- dated acts without scores. All of a year hangs on its obligations and goes with them, should a trial go live.

-- Never rewritten: a degree says by which of them it was proposed. Number 0 is what holds where nothing is set.
create table scoring_rules (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  number integer not null check (number > 0),
  rules jsonb not null check (jsonb_typeof(rules) = 'object'),
  -- The SMVP and its act, in words.
  source text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (town, number),
  foreign key (town, recorded_by) references person (town, id)
);

create table indicator_definition (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  indicator uuid not null,
  -- Null: in words alone, it is measured by nobody.
  definition jsonb check (definition is null or jsonb_typeof(definition) = 'object'),
  weight_units bigint check (weight_units >= 0),
  row_version integer not null default 1,
  set_at timestamptz not null,
  set_by uuid,
  primary key (town, indicator),
  foreign key (town, indicator) references indicator (town, id),
  foreign key (town, set_by) references person (town, id)
);

-- What a phase counts within its objective, where the plan does not say.
create table milestone_weight (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  milestone uuid not null,
  weight_units bigint check (weight_units >= 0),
  row_version integer not null default 1,
  set_at timestamptz not null,
  set_by uuid,
  primary key (town, milestone),
  foreign key (town, milestone) references milestone (town, id),
  foreign key (town, set_by) references person (town, id)
);

create table self_evaluation (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  obligation uuid not null,
  sector uuid not null,
  state text not null default 'draft' check (state in ('draft', 'transmitted', 'reopened')),
  -- Why it was opened again.
  reason text,
  transmitted_at timestamptz,
  transmitted_by uuid,
  late boolean,
  -- Of the lines as transmitted last.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  row_version integer not null default 1,
  primary key (town, obligation),
  foreign key (town, obligation) references obligation (town, id) on delete cascade,
  foreign key (town, sector) references sector (town, id),
  foreign key (town, transmitted_by) references person (town, id),
  check (state <> 'reopened' or reason is not null),
  check ((transmitted_at is null) = (transmitted_by is null) and (transmitted_at is null) = (sha256 is null)
    and (transmitted_at is null) = (late is null))
);

create table self_evaluation_line (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  obligation uuid not null,
  objective uuid not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  row_version integer not null default 1,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (town, obligation, objective),
  foreign key (town, obligation) references self_evaluation (town, obligation) on delete cascade,
  foreign key (town, objective) references objective (town, id),
  foreign key (town, saved_by) references person (town, id)
);

-- The obligation of the evaluator stands for the year's measurement. One objective in one sector is an assessment:
-- its steps are kept, what stands is folded from them.
create table assessment_step (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  measurement uuid not null,
  objective uuid not null,
  sector uuid not null,
  -- From 1 within the assessment.
  seq integer not null check (seq > 0),
  step text not null check (step in ('proposed', 'self-evaluated', 'reason-given', 'decided', 'reopened')),
  verdict text check (verdict in ('degree', 'not-assessable', 'waiting')),
  degree_units integer check (degree_units between 0 and 1000000),
  -- The reason, or the figure that is awaited.
  text text,
  awaited_until date,
  ex_officio boolean not null default false,
  -- What was claimed with it: values of indicators and evidence.
  claim jsonb check (claim is null or jsonb_typeof(claim) = 'object'),
  -- Number of the rules in force then.
  rules integer not null check (rules >= 0),
  role text not null check (role in ('head', 'secretary', 'vice-secretary', 'mayor', 'oiv', 'rpct')),
  role_sector uuid,
  person uuid,
  on_day date not null,
  at timestamptz not null,
  primary key (town, id),
  unique (town, measurement, objective, sector, seq),
  foreign key (town, measurement) references obligation (town, id) on delete cascade,
  foreign key (town, objective) references objective (town, id),
  foreign key (town, sector) references sector (town, id),
  foreign key (town, role_sector) references sector (town, id),
  foreign key (town, person) references person (town, id),
  check ((step in ('self-evaluated', 'decided')) = (verdict is not null)),
  check (case when step = 'proposed' then degree_units is not null
    else (verdict is not distinct from 'degree') = (degree_units is not null) end)
);

-- The share of pay tied to payment times, of a sector whose head pays invoices or answers for who does.
create table payment_times (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  measurement uuid not null,
  sector uuid not null,
  share_units integer not null check (share_units between 0 and 1000000),
  target_units bigint not null,
  -- Days of delay on average over the year, in ten-thousandths; null: not published yet.
  indicator_units bigint,
  verified_by text,
  verified_on date,
  row_version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (town, measurement, sector),
  foreign key (town, measurement) references obligation (town, id) on delete cascade,
  foreign key (town, sector) references sector (town, id),
  foreign key (town, recorded_by) references person (town, id),
  check ((verified_by is null) = (verified_on is null)),
  check (verified_by is null or indicator_units is not null)
);

-- Minutes, remarks, decree, payment: that they exist, with their date, never what they score.
create table measurement_act (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  seq bigint generated always as identity,
  measurement uuid not null,
  kind text not null check (kind in ('minutes', 'remarks', 'decree', 'payment')),
  -- Null: of all sectors.
  sector uuid,
  on_day date not null,
  number text not null,
  note text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- Entered by mistake: why.
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (town, id),
  foreign key (town, measurement) references obligation (town, id) on delete cascade,
  foreign key (town, sector) references sector (town, id),
  foreign key (town, recorded_by) references person (town, id),
  foreign key (town, withdrawn_by) references person (town, id),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check (kind <> 'remarks' or sector is not null)
);
create index measurement_act_of on measurement_act (measurement, on_day);

do $$
declare t text;
begin
  foreach t in array array['scoring_rules', 'indicator_definition', 'milestone_weight', 'self_evaluation',
    'self_evaluation_line', 'assessment_step', 'payment_times', 'measurement_act'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert, update on indicator_definition, milestone_weight, self_evaluation, self_evaluation_line,
  payment_times to traguardo_app;
-- What was said and decided, and by which rules, is never rewritten; words of people can be erased.
grant select, insert on scoring_rules, assessment_step, measurement_act to traguardo_app;
grant update (text, claim) on assessment_step to traguardo_app;
grant update (note, withdrawn_at, withdrawn_by, withdrawn_reason) on measurement_act to traguardo_app;
