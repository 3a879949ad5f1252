-- The page for everybody, and where each document of a year was put in *Amministrazione trasparente*.

-- The town of a public address, where it has its page switched on. A town on trial has none: its days are not real.
create function across_public_town(wanted text)
  returns uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select id from public.town
  where slug = wanted and mode <> 'trial' and settings @> '{"relazione": {"publicPage": true}}'
$$;
revoke all on function across_public_town(text) from public;
grant execute on function across_public_town(text) to traguardo_app;

-- Never rewritten: the last number of a document counts.
create table publication_place (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  cycle uuid not null,
  -- Code of the checklist.
  document text not null check (document ~ '^[a-z]+(-[a-z]+)*$'),
  number integer not null check (number > 0),
  -- Null: it is no longer there.
  address text check (length(address) between 1 and 500),
  -- The day on which it was put there.
  put_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (town, cycle, document, number),
  foreign key (town, cycle) references cycle (town, id),
  foreign key (town, recorded_by) references person (town, id),
  check ((address is null) = (put_on is null))
);
alter table publication_place enable row level security;
alter table publication_place force row level security;
create policy own_town on publication_place
  using (town = nullif(current_setting('app.town', true), '')::uuid);
grant select, insert on publication_place to traguardo_app;

-- What was put somewhere in the days of a trial was put nowhere.
create function places_of_trial_end() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from public.publication_place where town = new.id;
  return null;
end $$;
revoke all on function places_of_trial_end() from public;
create trigger places_of_trial_end after update of mode on town
  for each row when (old.mode = 'trial' and new.mode = 'live')
  execute function places_of_trial_end();
