-- Who owes what by when. The owner is a role, never a person; early, due and missed are derived.

create table obligation (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  cycle uuid not null,
  kind text not null check (kind in ('milestone', 'monitoring', 'self-evaluation', 'measurement', 'question',
    'act', 'validation', 'transmission', 'publication')),
  objective uuid,
  -- The sector under which the plan lists the objective; the owner may be another.
  sector uuid,
  milestone uuid,
  -- What is asked, where no objective says it.
  title text,
  owner_role text not null check (owner_role in ('head', 'secretary', 'mayor', 'oiv', 'rpct')),
  owner_sector uuid,
  term_kind text not null check (term_kind in ('date', 'implicit', 'external')),
  due date,
  -- What fixes an external term, also after its date became known.
  anchor text,
  opens date,
  start_day date not null,
  -- Occurrences of one recurrence share this; frequent: monthly or finer.
  recurrence uuid,
  recurrence_frequent boolean,
  occurrence integer,
  weight_units bigint check (weight_units >= 0),
  -- Rises when the due date or the owner changes: each rung fires once a version.
  version integer not null default 1 check (version > 0),
  state text not null default 'open' check (state in ('open', 'done', 'waived', 'superseded')),
  done_on date,
  done_recorded_at timestamptz,
  done_by uuid,
  done_note text,
  forecast date,
  held_back boolean not null default false,
  held_back_reason text,
  waived_by_act uuid,
  superseded_by uuid,
  -- Rises with every change: whoever writes says which one they saw.
  row_version integer not null default 1,
  primary key (town, id),
  foreign key (town, cycle) references cycle (town, id),
  foreign key (town, objective) references objective (town, id),
  foreign key (town, sector) references sector (town, id),
  foreign key (town, milestone) references milestone (town, id),
  foreign key (town, owner_sector) references sector (town, id),
  foreign key (town, done_by) references person (town, id),
  foreign key (town, waived_by_act) references act (town, id),
  foreign key (town, superseded_by) references obligation (town, id),
  check ((owner_role = 'head') = (owner_sector is not null)),
  check ((term_kind = 'external') = (due is null)),
  check (objective is not null or title is not null),
  check (kind <> 'milestone' or (objective is not null and sector is not null)),
  check ((recurrence is null) = (recurrence_frequent is null) and (recurrence is null) = (occurrence is null)),
  constraint obligation_done_has_its_day check (case state
    when 'done' then done_on is not null and done_recorded_at is not null
    when 'open' then done_on is null and done_recorded_at is null
    else (done_on is null) = (done_recorded_at is null) end),
  check (state <> 'waived' or waived_by_act is not null),
  check (not held_back or held_back_reason is not null)
);
create index obligation_open on obligation (town, due) where state = 'open';
create index obligation_of_town on obligation (town, cycle) where state <> 'superseded';
create index obligation_objective on obligation (objective) where objective is not null;
create unique index obligation_occurrence on obligation (town, recurrence, occurrence)
  where recurrence is not null and state <> 'superseded';

alter table obligation enable row level security;
alter table obligation force row level security;
create policy own_town on obligation using (town = nullif(current_setting('app.town', true), '')::uuid);
grant select, insert, update on obligation to traguardo_app;
