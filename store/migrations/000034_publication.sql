-- What may be published of a Relazione: the RPCT's decision on each reason, and the packages that were made.

-- Never rewritten: each decision is a version, the last one counts. It is about the words of one reason, as a snapshot
-- froze them: where a later snapshot says the same of the same objective it holds there too.
create table relazione_release (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  cycle uuid not null,
  objective uuid not null,
  -- Name of the sector, as the snapshot has it.
  sector text not null,
  -- SHA-256, hex, of the reason as it was written.
  reason_sha256 text not null check (reason_sha256 ~ '^[0-9a-f]{64}$'),
  version integer not null check (version > 0),
  -- In which it was read.
  snapshot uuid not null,
  decision text not null check (decision in ('as-written', 'other-words', 'withheld')),
  -- The other words.
  text text check (length(text) between 1 and 10000),
  decided_on date not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (town, cycle, objective, sector, reason_sha256, version),
  foreign key (town, cycle) references cycle (town, id),
  foreign key (town, objective) references objective (town, id),
  foreign key (town, snapshot) references relazione_snapshot (town, id) on delete cascade,
  foreign key (town, decided_by) references person (town, id),
  check ((decision = 'other-words') = (text is not null))
);

-- The files as they were handed over, in one ZIP, with their hashes.
create table publication_package (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  cycle uuid not null,
  -- From 1 in the year.
  number integer not null check (number > 0),
  snapshot uuid not null,
  publishes_totals boolean not null,
  -- Of each file: name, bytes, sha256.
  files jsonb not null check (jsonb_typeof(files) = 'array'),
  zip_sha256 text not null check (zip_sha256 ~ '^[0-9a-f]{64}$'),
  zip bytea not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (town, cycle, number),
  foreign key (town, cycle) references cycle (town, id),
  foreign key (town, snapshot) references relazione_snapshot (town, id) on delete cascade,
  foreign key (town, made_by) references person (town, id)
);

do $$
declare t text;
begin
  foreach t in array array['relazione_release', 'publication_package'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert on relazione_release, publication_package to traguardo_app;
