-- What came back signed: of an act, of a paper of the evaluation and its review, of a Relazione, of a report to the
-- Giunta, of a month's seals. A protocol, a file, or both; never rewritten: each is a version, what was said last counts.
-- A copy of an act stays with it; any other goes with what it is of, should a trial go live.
create table signed_copy (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  paper text not null check (paper in ('act', 'evaluation-act', 'transmission', 'validation', 'report', 'minutes',
    'relazione', 'window-report', 'seals')),
  act uuid,
  measurement_act uuid,
  -- Of the transmission on which the round of a review hangs.
  duty uuid,
  snapshot uuid,
  monitoring_window uuid,
  -- Of a month's seals: the first of them.
  seal date,
  -- From 1 of one paper.
  version integer not null check (version > 0),
  protocol_number text check (length(protocol_number) between 1 and 60),
  protocol_on date,
  name text check (length(name) between 1 and 200 and name !~ '[/\\[:cntrl:]]'),
  type text check (type in ('application/pdf', 'application/pkcs7-mime')),
  size integer check (size between 1 and 26214400),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  -- How it is signed, by what the file shows; no signature is checked here.
  signature text check (signature in ('cades', 'pades', 'none-seen')),
  -- Which print of ours the file holds, byte for byte; null: none that is known.
  holds text check (holds in ('internal', 'publication', 'seals')),
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (town, id),
  unique nulls not distinct (town, paper, act, measurement_act, duty, snapshot, monitoring_window, seal, version),
  foreign key (town, act) references act (town, id),
  foreign key (town, measurement_act) references measurement_act (town, id) on delete cascade,
  foreign key (town, duty) references closing_duty (town, obligation) on delete cascade,
  foreign key (town, snapshot) references relazione_snapshot (town, id) on delete cascade,
  foreign key (town, monitoring_window) references monitoring_window (town, id) on delete cascade,
  foreign key (town, seal) references register_seal (town, week) on delete cascade,
  foreign key (town, added_by) references person (town, id),
  check (num_nonnulls(act, measurement_act, duty, snapshot, monitoring_window, seal) = 1),
  check (case paper
    when 'act' then act is not null
    when 'evaluation-act' then measurement_act is not null
    when 'relazione' then snapshot is not null
    when 'window-report' then monitoring_window is not null
    when 'seals' then seal is not null
    else duty is not null end),
  check (num_nulls(name, type, size, sha256, signature) in (0, 5)),
  check (size is not null or (protocol_number is not null and holds is null)),
  check (protocol_on is null or protocol_number is not null)
);

create table signed_copy_chunk (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  copy uuid not null,
  seq integer not null check (seq >= 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 1048576),
  primary key (town, copy, seq),
  -- Deferred: size and hash are known, and the row of the file is written, after its last piece.
  foreign key (town, copy) references signed_copy (town, id) on delete cascade deferrable initially deferred
);
-- Once its row is there a file is whole: nothing can be added to it.
create function signed_copy_is_whole() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select 1 from public.signed_copy where town = new.town and id = new.copy) then
    raise exception 'the file is whole' using errcode = 'check_violation', constraint = 'signed_copy_is_whole';
  end if;
  return new;
end $$;
revoke all on function signed_copy_is_whole() from public;
create trigger signed_copy_is_whole before insert on signed_copy_chunk
  for each row execute function signed_copy_is_whole();
alter table signed_copy_chunk alter column bytes set storage external;

do $$
declare t text;
begin
  foreach t in array array['signed_copy', 'signed_copy_chunk'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert on signed_copy, signed_copy_chunk to traguardo_app;
