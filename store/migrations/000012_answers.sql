-- What people answer to a notice, from the mail or from the pages; the keys that sign the links of mails;
-- the codes of mailboxes that several people read.

-- One answer. Nothing of it changes but its withdrawal, and the mail that repeats it.
create table answer (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  -- The order in which they came: a clock may go back an hour.
  seq bigint generated always as identity,
  obligation uuid not null,
  -- Of the obligation when it was answered: a new date or owner begins anew.
  obligation_version integer not null,
  kind text not null check (kind in ('done', 'in-progress', 'not-mine')),
  person uuid not null,
  -- The role the person acted in.
  role text not null check (role in ('head', 'secretary', 'mayor', 'oiv', 'rpct')),
  sector uuid,
  -- Given by whoever owes it: such forecasts may be renewed once.
  as_owner boolean not null,
  channel text not null check (channel in ('page', 'api', 'mail-answer', 'workflow', 'cli')),
  -- The mail whose link was used.
  digest uuid,
  -- Who said it was them, at a mailbox that several read.
  declared_name text check (length(declared_name) between 1 and 120),
  at timestamptz not null,
  done_on date,
  forecast date,
  -- What a withdrawal goes back to.
  forecast_before date,
  -- The reason; what was noted of a completion stands in its obligation.
  note text,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  -- The next mail to the person, which repeats what was recorded by link.
  repeated_in uuid,
  primary key (town, id),
  foreign key (town, obligation) references obligation (town, id),
  foreign key (town, person) references person (town, id),
  foreign key (town, sector) references sector (town, id),
  foreign key (town, digest) references digest (town, id),
  foreign key (town, withdrawn_by) references person (town, id),
  foreign key (town, repeated_in) references digest (town, id),
  check ((role = 'head') = (sector is not null)),
  check ((kind = 'done') = (done_on is not null)),
  check ((kind = 'in-progress') = (forecast is not null)),
  check ((channel = 'mail-answer') = (digest is not null)),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index answer_obligation on answer (obligation, seq);
create index answer_repeated on answer (repeated_in) where repeated_in is not null;
create index answer_to_repeat on answer (town, person) where digest is not null and repeated_in is null;

-- Secrets of the town: links of mails are signed with the key that was the newest when the mail was frozen.
create table link_key (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id integer not null check (id between 1 and 65535),
  key bytea not null check (octet_length(key) = 32),
  made_at timestamptz not null,
  -- From then on its links open nothing.
  revoked_at timestamptz,
  primary key (town, id)
);

-- The code that whoever answers from a role's shared mailbox must know.
create table role_code (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  role text not null check (role in ('head', 'secretary', 'mayor', 'oiv', 'rpct')),
  sector uuid,
  salt bytea not null,
  -- scrypt; null: the role has no code any more.
  hash bytea,
  set_at timestamptz not null,
  set_by uuid,
  -- Wrong ones of that day.
  failed_on date,
  failures integer not null default 0 check (failures >= 0),
  primary key (town, id),
  foreign key (town, sector) references sector (town, id),
  foreign key (town, set_by) references person (town, id),
  unique nulls not distinct (town, role, sector),
  check ((role = 'head') = (sector is not null))
);

do $$
declare t text;
begin
  foreach t in array array['answer', 'link_key', 'role_code'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert on answer, link_key to traguardo_app;
grant select, insert, update on role_code to traguardo_app;
-- Of an answer also the words of people, so that they can be erased.
grant update (withdrawn_at, withdrawn_by, repeated_in, note, declared_name) on answer to traguardo_app;
grant update (revoked_at) on link_key to traguardo_app;

-- A link names its mail; which town that is must be known before anything can be looked up.
create index digest_id on digest (id);
create function across_digest_town(wanted uuid)
  returns uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select town from public.digest where id = wanted
$$;
revoke all on function across_digest_town(uuid) from public;
grant execute on function across_digest_town(uuid) to traguardo_app;
