-- The Relazione of a year: what the town writes in it, and the snapshots that the Nucleo, the acts and the citizens get.

-- Never rewritten: each saving is a version; the last one counts.
create table relazione_text (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  cycle uuid not null,
  part text not null check (part in ('presentation', 'context', 'tree', 'objectives', 'process')),
  version integer not null check (version > 0),
  text text not null check (length(text) <= 20000),
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (town, cycle, part, version),
  foreign key (town, cycle) references cycle (town, id),
  foreign key (town, written_by) references person (town, id)
);

-- Facts as they were read at one moment, frozen. A snapshot hangs on the step of the closing that needed the first one,
-- and goes with it, should a trial go live.
create table relazione_snapshot (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  cycle uuid not null,
  -- From 1 in the year; the last one counts.
  number integer not null check (number > 0),
  duty uuid not null,
  cause text not null check (cause in ('transmission', 'adoption', 'approval', 'new-version')),
  -- Why a later one was made.
  reason text,
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  -- SHA-256, hex: of the facts as canonical JSON (RFC 8785), and of the JSON files of both versions.
  facts_sha256 text not null check (facts_sha256 ~ '^[0-9a-f]{64}$'),
  internal_sha256 text not null check (internal_sha256 ~ '^[0-9a-f]{64}$'),
  publication_sha256 text not null check (publication_sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (town, id),
  unique (town, cycle, number),
  foreign key (town, cycle) references cycle (town, id),
  foreign key (town, duty) references closing_duty (town, obligation) on delete cascade,
  foreign key (town, made_by) references person (town, id),
  check (number = 1 or reason is not null)
);

-- Which one an act, an outcome or a publication is about; null: recorded before there were snapshots.
alter table closing_fact add column snapshot uuid;
alter table closing_fact add foreign key (town, snapshot) references relazione_snapshot (town, id);

do $$
declare t text;
begin
  foreach t in array array['relazione_text', 'relazione_snapshot'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert on relazione_text, relazione_snapshot to traguardo_app;
grant update (snapshot) on closing_fact to traguardo_app;
