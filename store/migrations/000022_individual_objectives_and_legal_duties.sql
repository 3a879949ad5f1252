-- Individual objectives of collaborators, and terms of the law that were made somebody's obligation.

-- Who works in a sector, for a time. It gives no right and no notice; a mailbox is not needed.
create table collaborator (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  person uuid not null,
  sector uuid not null,
  valid_from date not null,
  -- Last day in the sector; null: still there.
  valid_to date,
  primary key (town, id),
  foreign key (town, person) references person (town, id),
  foreign key (town, sector) references sector (town, id),
  unique (town, person, sector, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
create index collaborator_sector on collaborator (sector);

create table individual_objective (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  cycle uuid not null,
  collaborator uuid not null,
  -- The sector's objective it helps to reach.
  objective uuid not null,
  -- Erased with the person: then empty.
  title text not null,
  weight_units bigint check (weight_units >= 0),
  due date not null,
  -- At the end of the year: a degree, or not assessable, or neither yet.
  degree_units bigint check (degree_units between 0 and 1000000),
  not_assessable boolean not null default false,
  note text,
  assessed_at timestamptz,
  assessed_by uuid,
  -- Taken back by whoever assigned it.
  withdrawn_at timestamptz,
  -- Rises with every change: commands say which one was seen.
  row_version integer not null default 1,
  assigned_at timestamptz not null,
  assigned_by uuid not null,
  primary key (town, id),
  foreign key (town, cycle) references cycle (town, id),
  foreign key (town, collaborator) references collaborator (town, id),
  foreign key (town, objective) references objective (town, id),
  foreign key (town, assessed_by) references person (town, id),
  foreign key (town, assigned_by) references person (town, id),
  check (degree_units is null or not not_assessable),
  check ((assessed_at is null) = (degree_units is null and not not_assessable))
);
create index individual_objective_of on individual_objective (collaborator, cycle);

-- Stands beside the obligation that a term of the *Calendario normativo* became.
create table legal_duty (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  obligation uuid not null,
  cycle uuid not null,
  -- Ids of the rule and of the reading of it that the town follows.
  rule text not null,
  reading text not null,
  -- Where each sector owes it by itself.
  sector uuid,
  -- The day that was counted last; null: none could be.
  counted date,
  asked_at timestamptz not null,
  asked_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  undone_reason text,
  primary key (town, obligation),
  -- Going live drops what the trial owed beside its plan: terms are asked for again.
  foreign key (town, obligation) references obligation (town, id) on delete cascade,
  foreign key (town, cycle) references cycle (town, id),
  foreign key (town, sector) references sector (town, id),
  foreign key (town, asked_by) references person (town, id),
  foreign key (town, undone_by) references person (town, id),
  check ((undone_at is null) = (undone_reason is null) and (undone_at is null) = (undone_by is null))
);
create unique index legal_duty_once on legal_duty (town, cycle, rule, sector) nulls not distinct
  where undone_at is null;

do $$
declare t text;
begin
  foreach t in array array['collaborator', 'individual_objective', 'legal_duty'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert, update on individual_objective to traguardo_app;
grant select, insert on collaborator, legal_duty to traguardo_app;
grant update (valid_to) on collaborator to traguardo_app;
grant update (counted, undone_at, undone_by, undone_reason) on legal_duty to traguardo_app;
