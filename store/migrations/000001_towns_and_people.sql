-- Towns, accounts, people, sectors and the roles people hold.
--
-- Rules of every migration: forward only, never edited once released (the ledger keeps its SHA-256).
-- Every table of a town has `town` first in its key, forced row-level security and the policy
-- `own_town`, so that a query outside `inTown` sees nothing, the owner's own queries included.
-- Times are town time unless a column says "real". SQL never calls now() for a fact.
-- Further indexes of a table that others refer to do not begin with `town` (ids are unique by
-- themselves), or are partial: else a check of a foreign key may take one of them for the key, and
-- read the whole town for each row.

-- The pinned search path of the functions across towns trusts this schema.
do $$
begin
  if has_schema_privilege(current_user, 'public', 'create with grant option') then
    revoke create on schema public from public;
  end if;
end $$;
grant usage on schema public to traguardo_app;
grant select on schema_migration to traguardo_app;

create table town (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (btrim(name) <> ''),
  ipa_code text,
  zone text not null default 'Europe/Rome',
  -- The clock moves only in 'demo' and 'trial'; 'live' is the real time.
  mode text not null check (mode in ('demo', 'trial', 'live')),
  clock_offset_ms bigint not null default 0,
  live_from date,
  closures jsonb not null default '[]' check (jsonb_typeof(closures) = 'array'),
  -- Ladders that differ from the default, by kind of obligation.
  ladders jsonb not null default '{}' check (jsonb_typeof(ladders) = 'object'),
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  -- Real time: the town's own clock does not exist before its row.
  created_at timestamptz not null,
  constraint town_clock_is_real_when_live check (mode <> 'live' or clock_offset_ms = 0)
);

create function town_clock_moves_forward() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.mode = old.mode and new.clock_offset_ms < old.clock_offset_ms then
    raise exception 'the clock of a town only moves forward'
      using errcode = 'check_violation', constraint = 'town_clock_moves_forward';
  end if;
  return new;
end $$;
revoke all on function town_clock_moves_forward() from public;
create trigger town_clock_moves_forward before update of clock_offset_ms on town
  for each row execute function town_clock_moves_forward();

-- Stands above towns (one address, one subject of an identity provider); reached by sign-in only.
create table account (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  oidc_issuer text,
  oidc_subject text,
  created_at timestamptz not null,
  check ((oidc_issuer is null) = (oidc_subject is null)),
  unique (oidc_issuer, oidc_subject)
);
create unique index account_email on account (lower(email));
alter table account enable row level security;
alter table account force row level security;

create table sector (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  name text not null check (btrim(name) <> ''),
  primary key (town, id),
  unique (town, name)
);

create table person (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  name text not null,
  -- Null: no mailbox; what is due to this person is handed over by the Segretario.
  email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  -- Read by more than one: whoever answers is always asked for their name.
  shared_mailbox boolean not null default false,
  account uuid references account,
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (town, id)
);
create index person_account on person (account) where account is not null;

create table role_holder (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  person uuid not null,
  role text not null check (role in ('head', 'secretary', 'mayor', 'oiv', 'rpct')),
  sector uuid,
  valid_from date not null,
  -- Last day in the role; null: still in it.
  valid_to date,
  primary key (town, id),
  foreign key (town, person) references person (town, id),
  foreign key (town, sector) references sector (town, id),
  unique nulls not distinct (town, person, role, sector, valid_from),
  check ((role = 'head') = (sector is not null)),
  check (valid_to is null or valid_to >= valid_from)
);
create index role_holder_person on role_holder (person);

do $$
declare t text;
begin
  foreach t in array array['sector', 'person', 'role_holder'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;
alter table town enable row level security;
alter table town force row level security;
create policy own_town on town using (id = nullif(current_setting('app.town', true), '')::uuid);

grant select, insert, update on town, sector, person, role_holder to traguardo_app;
