-- Evidence in pieces of 1 MB, so that neither end holds a file in memory.

create table evidence (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  obligation uuid not null,
  name text not null check (length(name) between 1 and 200 and name !~ '[/\\[:cntrl:]]'),
  type text not null,
  size integer not null check (size between 1 and 26214400),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_at timestamptz not null,
  added_by uuid,
  primary key (town, id),
  foreign key (town, obligation) references obligation (town, id),
  foreign key (town, added_by) references person (town, id)
);
create index evidence_obligation on evidence (obligation);

create table evidence_chunk (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  evidence uuid not null,
  seq integer not null check (seq >= 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 1048576),
  primary key (town, evidence, seq),
  -- Deferred: size and hash are known, and the row of the file is written, after its last piece.
  foreign key (town, evidence) references evidence (town, id) deferrable initially deferred
);
-- Once its row is there a file is whole: nothing can be added to it.
create function evidence_is_whole() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select 1 from public.evidence where town = new.town and id = new.evidence) then
    raise exception 'the file is whole' using errcode = 'check_violation', constraint = 'evidence_is_whole';
  end if;
  return new;
end $$;
revoke all on function evidence_is_whole() from public;
create trigger evidence_is_whole before insert on evidence_chunk
  for each row execute function evidence_is_whole();

-- Documents and pictures are compressed already.
alter table evidence_chunk alter column bytes set storage external;

do $$
declare t text;
begin
  foreach t in array array['evidence', 'evidence_chunk'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert on evidence, evidence_chunk to traguardo_app;
