-- Personal keys for programs: each acts as one person of one town, reads or also records, and ends on a day. They
-- belong to an account; as for sessions the application's role has only the functions. All times are real ones.

create table api_key (
  id uuid primary key default gen_random_uuid(),
  -- SHA-256 of the key's 256 random bits: the key itself was shown once and is kept nowhere.
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  account uuid not null references account,
  as_town uuid not null,
  as_person uuid not null,
  label text not null check (length(label) between 1 and 80),
  writes boolean not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  foreign key (as_town, as_person) references person (town, id)
);
create index api_key_of on api_key (account);
alter table api_key enable row level security;
alter table api_key force row level security;
create policy across_towns on api_key to current_user using (session_user <> current_user);

-- For the person whom the session has chosen; null where none is, or the account has twenty open keys.
create function across_make_key(asking uuid, made bytea, named text, may_write boolean, at timestamptz, until timestamptz)
  returns uuid language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  insert into public.api_key (token_hash, account, as_town, as_person, label, writes, made_at, expires_at)
  select made, s.account, s.as_town, s.as_person, named, may_write, at, until
  from public.account_session s
  where s.id = asking and s.ended_at is null
    and exists (select from public.across_people_of(s.account) p where p.town = s.as_town and p.person = s.as_person)
    and (select count(*) from public.api_key k
      where k.account = s.account and k.ended_at is null and k.expires_at > at) < 20
  returning id
$$;

-- Whom an open key stands for, as long as the account's address is still theirs; it counts as used.
create function across_key(token bytea, at timestamptz)
  returns table (town uuid, person uuid, writes boolean)
  language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.api_key k set used_at = at
  where k.token_hash = token and k.ended_at is null and k.expires_at > at
    and (k.used_at is null or k.used_at < at - interval '1 hour');
  return query
    select p.town, p.person, k.writes
    from public.api_key k join public.account a on a.id = k.account,
      lateral public.people_of_address(a.email) p
    where k.token_hash = token and k.ended_at is null and k.expires_at > at
      and p.town = k.as_town and p.person = k.as_person;
end $$;

create function across_keys_of(known uuid, at timestamptz)
  returns table (id uuid, label text, town_name text, writes boolean, made_at timestamptz, expires_at timestamptz,
    used_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select k.id, k.label, t.name, k.writes, k.made_at, k.expires_at, k.used_at
  from public.api_key k join public.town t on t.id = k.as_town
  where k.account = known and k.ended_at is null and k.expires_at > at order by k.made_at desc
$$;

create function across_end_key(known uuid, ending uuid, at timestamptz)
  returns boolean language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  with ended as (update public.api_key set ended_at = at
    where id = ending and account = known and ended_at is null returning 1)
  select exists (select from ended)
$$;

do $$
declare f regprocedure;
begin
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace
      and proname in ('across_make_key', 'across_key', 'across_keys_of', 'across_end_key') loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to traguardo_app', f);
  end loop;
end $$;
