-- The personal calendar: a secret address, of which only the hash is kept, opens what a person owes.

create table calendar_feed (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  person uuid not null,
  -- SHA-256 of the token, which is 256 random bits.
  token_hash bytea not null check (octet_length(token_hash) = 32),
  made_at timestamptz not null,
  -- From then on the address opens nothing.
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (town, id),
  foreign key (town, person) references person (town, id),
  foreign key (town, revoked_by) references person (town, id),
  check ((revoked_at is null) = (revoked_by is null))
);
create unique index calendar_feed_token on calendar_feed (token_hash);
-- One address a person.
create unique index calendar_feed_of_person on calendar_feed (town, person) where revoked_at is null;
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy own_town on calendar_feed
  using (town = nullif(current_setting('app.town', true), '')::uuid);
create policy across_towns on calendar_feed to current_user using (session_user <> current_user);
grant select, insert on calendar_feed to traguardo_app;
grant update (revoked_at, revoked_by) on calendar_feed to traguardo_app;

-- An address says nothing of its town: which that is must be known before anything can be looked up.
create function across_calendar_town(wanted bytea)
  returns uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select town from public.calendar_feed where token_hash = wanted
$$;
revoke all on function across_calendar_town(bytea) from public;
grant execute on function across_calendar_town(bytea) to traguardo_app;
