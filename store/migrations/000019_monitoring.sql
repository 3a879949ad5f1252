-- Monitoring: the windows of a year, and one submission for each sector and window. A submission stands
-- beside the obligation that asks for it and has its id. Lines are what the sector says of each objective;
-- versions are what was transmitted, never changed; events are the history, with the reasons.

create table monitoring_window (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  cycle uuid not null,
  ordinal integer not null check (ordinal > 0),
  -- With the year: "Monitoraggio del primo semestre 2023".
  title text not null check (btrim(title) <> ''),
  covers_from date not null,
  reference_on date not null,
  opens date not null,
  due date not null,
  -- Why it asks nothing; null: it asks.
  skipped text check (skipped in ('closed-before-start')),
  -- When the cycle opened it.
  opened_at timestamptz,
  primary key (town, id),
  foreign key (town, cycle) references cycle (town, id),
  unique (town, cycle, ordinal),
  check (covers_from <= reference_on and opens <= due),
  check (skipped is null or opened_at is null)
);

create table submission (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  obligation uuid not null,
  monitoring_window uuid not null,
  sector uuid not null,
  state text not null default 'draft'
    check (state in ('draft', 'transmitted', 'acknowledged', 'returned', 'reopened')),
  -- The answers given from mails were read again and hold.
  confirmed boolean not null default false,
  -- Rises with every step: commands say which one was seen.
  row_version integer not null default 1,
  primary key (town, obligation),
  foreign key (town, obligation) references obligation (town, id),
  foreign key (town, monitoring_window) references monitoring_window (town, id),
  foreign key (town, sector) references sector (town, id)
);
create index submission_window on submission (monitoring_window);

create table submission_line (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  obligation uuid not null,
  objective uuid not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  row_version integer not null default 1,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (town, obligation, objective),
  foreign key (town, obligation) references submission (town, obligation),
  foreign key (town, objective) references objective (town, id),
  foreign key (town, saved_by) references person (town, id)
);

create table submission_version (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  obligation uuid not null,
  number integer not null check (number > 0),
  -- {objective, number, title, content} of each line, as transmitted.
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  transmitted_at timestamptz not null,
  transmitted_by uuid not null,
  due date not null,
  late boolean not null,
  primary key (town, obligation, number),
  foreign key (town, obligation) references submission (town, obligation),
  foreign key (town, transmitted_by) references person (town, id)
);

create table submission_event (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  seq bigint generated always as identity,
  obligation uuid not null,
  kind text not null check (kind in ('transmit', 'acknowledge', 'return', 'reopen', 'observe')),
  -- The version it is about.
  version integer,
  at timestamptz not null,
  person uuid,
  role text not null
    check (role in ('head', 'secretary', 'vice-secretary', 'mayor', 'oiv', 'rpct')),
  -- The reason, or the observation.
  text text,
  primary key (town, id),
  foreign key (town, obligation) references submission (town, obligation),
  foreign key (town, person) references person (town, id),
  check (kind not in ('return', 'reopen', 'observe') or text is not null)
);
create index submission_event_of on submission_event (obligation, seq);

do $$
declare t text;
begin
  foreach t in array array['monitoring_window', 'submission', 'submission_line', 'submission_version',
    'submission_event'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert, update on monitoring_window, submission, submission_line to traguardo_app;
-- What was transmitted, and who did what, is never rewritten.
grant select, insert on submission_version, submission_event to traguardo_app;
-- Words of people, so that they can be erased.
grant update (text) on submission_event to traguardo_app;
