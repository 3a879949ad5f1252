-- The annex of an act on its way to a plan: the file as it came, its lines, the plan as it was read and as
-- people corrected it. A confirmed one stays on record with the decisions taken; nothing of it changes then.

create table import_draft (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  file_name text not null check (length(file_name) between 1 and 200 and file_name !~ '[/\\[:cntrl:]]'),
  media_type text not null,
  size integer not null check (size between 1 and 20000000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- [{page, text}], line 1 first; empty for a plan that came as JSON.
  lines jsonb not null,
  -- Why only a part was read; null when all of it was.
  partial text,
  plan_read jsonb not null,
  -- As corrected (domain/plan/draft); JSON null: nothing was corrected yet.
  plan jsonb not null,
  -- Rises with every correction.
  version integer not null default 1 check (version > 0),
  state text not null default 'draft' check (state in ('draft', 'confirmed', 'discarded')),
  -- Town time, all.
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  changed_by uuid,
  changed_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  -- What it became, and what people decided between reading and confirming.
  plan_version uuid,
  decisions jsonb,
  primary key (town, id),
  foreign key (town, uploaded_by) references person (town, id),
  foreign key (town, changed_by) references person (town, id),
  foreign key (town, closed_by) references person (town, id),
  foreign key (town, plan_version) references plan_version (town, id),
  check ((state = 'draft') = (closed_at is null)),
  check ((state = 'confirmed') = (plan_version is not null)),
  check ((plan_version is null) = (decisions is null))
);
create index import_draft_state on import_draft (town, state, uploaded_at);

create table import_draft_chunk (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  draft uuid not null,
  seq integer not null check (seq >= 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 1048576),
  primary key (town, draft, seq),
  -- Deferred: the row of the draft is written after the file's last piece.
  foreign key (town, draft) references import_draft (town, id) deferrable initially deferred
);
-- Files of offices are compressed already.
alter table import_draft_chunk alter column bytes set storage external;

-- Once its row is there a file is whole: nothing can be added to it.
create function import_file_is_whole() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select 1 from public.import_draft where town = new.town and id = new.draft) then
    raise exception 'the file is whole' using errcode = 'check_violation', constraint = 'import_file_is_whole';
  end if;
  return new;
end $$;
revoke all on function import_file_is_whole() from public;
create trigger import_file_is_whole before insert on import_draft_chunk
  for each row execute function import_file_is_whole();

create function import_stays_on_record() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'a confirmed import stays on record'
    using errcode = 'check_violation', constraint = 'import_stays_on_record';
end $$;
revoke all on function import_stays_on_record() from public;
create trigger import_stays_on_record before update on import_draft
  for each row when (old.state = 'confirmed') execute function import_stays_on_record();

-- Drafts of plans in JSON, uploaded before this table was there: the plan itself is the file, and
-- a correction of JSON null means "as read". The owner is let past row-level security for these statements.
alter table plan_draft no force row level security;
insert into import_draft_chunk (town, draft, seq, bytes)
  select d.town, d.id, n, substr(f.bytes, n * 1048576 + 1, 1048576)
  from plan_draft d
    cross join lateral (select convert_to(d.source::text, 'UTF8') as bytes) f
    cross join lateral generate_series(0, (octet_length(f.bytes) - 1) / 1048576) n;
insert into import_draft (town, id, file_name, media_type, size, sha256, lines, plan_read, plan, uploaded_by, uploaded_at)
  select d.town, d.id, d.file_name, 'application/json', octet_length(f.bytes), encode(sha256(f.bytes), 'hex'),
    '[]', d.source, 'null', d.uploaded_by, d.uploaded_at
  from plan_draft d cross join lateral (select convert_to(d.source::text, 'UTF8') as bytes) f;
set constraints all immediate;
drop table plan_draft;

-- What a variation took out of an objective stays on record, with the version that ended it.
alter table indicator add column ended_by uuid, add foreign key (town, ended_by) references plan_version (town, id);
alter table milestone add column ended_by uuid, add foreign key (town, ended_by) references plan_version (town, id);

do $$
declare t text;
begin
  foreach t in array array['import_draft', 'import_draft_chunk'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert on import_draft, import_draft_chunk to traguardo_app;
-- The file, its lines and what was read of it never change.
grant update (plan, version, state, changed_by, changed_at, closed_by, closed_at, plan_version, decisions)
  on import_draft to traguardo_app;
