-- Entering with a one-time link, and the sessions it makes. Accounts stand above towns, and so does all of this:
-- the application's role has no right on these tables, only on the functions below. All times are real ones.

create table sign_in (
  id uuid primary key default gen_random_uuid(),
  address text not null check (address = lower(address)),
  -- SHA-256 of 256 random bits in a cookie of the browser that asked.
  browser_hash bytea not null check (octet_length(browser_hash) = 32),
  -- SHA-256 of the above and the code that this browser shows: it opens the link in another one.
  code_hash bytea not null check (octet_length(code_hash) = 32),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  -- SHA-256 of the link's 256 random bits, made when the mail leaves: the link itself is kept nowhere.
  token_hash bytea unique check (octet_length(token_hash) = 32),
  attempts integer not null default 0,
  lease_until timestamptz,
  mailed_at timestamptz,
  refused boolean not null default false,
  wrong_codes integer not null default 0,
  used_at timestamptz
);
create index sign_in_asked on sign_in (asked_at);
create index person_address on person (lower(email)) where email is not null;

create table account_session (
  id uuid primary key default gen_random_uuid(),
  -- SHA-256 of the 256 random bits in the cookie.
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  account uuid not null references account,
  -- As whom, in which town; null until one was chosen.
  as_town uuid,
  as_person uuid,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  -- Whatever happens.
  expires_at timestamptz not null,
  ended_at timestamptz,
  foreign key (as_town, as_person) references person (town, id),
  check ((as_town is null) = (as_person is null))
);
create index account_session_of on account_session (account);

do $$
declare t text;
begin
  foreach t in array array['sign_in', 'account_session'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['sign_in', 'account_session', 'account', 'person'] loop
    execute format('create policy across_towns on %I to current_user using (session_user <> current_user)', t);
  end loop;
end $$;

-- The people that an address stands for: of towns that run, with a mailbox of their own. Not for the application.
create function people_of_address(wanted text)
  returns table (town uuid, town_name text, person uuid, name text)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select t.id, t.name, p.id, p.name from public.person p join public.town t on t.id = p.town
  where lower(p.email) = lower(wanted) and p.erased_at is null and not p.shared_mailbox and t.mode <> 'demo'
  order by t.name, p.name
$$;
revoke all on function people_of_address(text) from public;

-- Nobody learns whether the address is known. At most five links in a quarter of an hour.
create function across_ask_sign_in(wanted text, browser bytea, code bytea, at timestamptz)
  returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  delete from public.sign_in where asked_at < at - interval '1 day';
  insert into public.sign_in (address, browser_hash, code_hash, asked_at, expires_at)
  select lower(wanted), browser, code, at, at + interval '15 minutes'
  where exists (select from public.people_of_address(wanted))
    and (select count(*) from public.sign_in
      where address = lower(wanted) and asked_at > at - interval '15 minutes') < 5
$$;

-- One that is to be mailed; its link is the one just made, and no earlier one.
create function across_claim_sign_in(made bytea, at timestamptz, lease timestamptz)
  returns table (id uuid, address text, attempts integer, asked_at timestamptz)
  language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  update public.sign_in s set token_hash = made, lease_until = lease, attempts = s.attempts + 1
  where s.id = (select w.id from public.sign_in w
    where w.mailed_at is null and not w.refused and w.expires_at > at and (w.lease_until is null or w.lease_until <= at)
    order by w.asked_at limit 1 for update skip locked)
  returning s.id, s.address, s.attempts, s.asked_at
$$;

-- How the hand-over ended: mailed, refused for good, or (neither) to be tried again when the lease is over.
create function across_settle_sign_in(claimed uuid, mailed timestamptz, refused_now boolean, again timestamptz)
  returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  update public.sign_in set mailed_at = mailed, refused = refused_now, lease_until = again where id = claimed
$$;

-- What a link would do: 'ready', 'needs-code', 'used', 'expired', 'blocked', 'unknown'. Changes nothing.
create function across_peek_sign_in(link bytea, browser bytea, at timestamptz)
  returns text language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select case
      when used_at is not null then 'used'
      when expires_at <= at then 'expired'
      when browser_hash = browser then 'ready'
      when wrong_codes >= 5 then 'blocked'
      else 'needs-code' end
    from public.sign_in where token_hash = link), 'unknown')
$$;

-- As above, or 'wrong-code', or 'entered': then the session with that hash exists.
create function across_enter(link bytea, browser bytea, code text, made bytea, at timestamptz, until timestamptz)
  returns text language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  asked public.sign_in;
  who uuid;
  outcome text;
begin
  select * into asked from public.sign_in where token_hash = link for update;
  outcome := public.across_peek_sign_in(link, browser, at);
  if outcome = 'needs-code' and code <> '' then
    if asked.code_hash = sha256(asked.browser_hash || convert_to(code, 'UTF8')) then
      outcome := 'ready';
    else
      update public.sign_in set wrong_codes = wrong_codes + 1 where id = asked.id;
      return case when asked.wrong_codes + 1 >= 5 then 'blocked' else 'wrong-code' end;
    end if;
  end if;
  if outcome <> 'ready' then return outcome; end if;
  update public.sign_in set used_at = at where id = asked.id;
  insert into public.account (email, created_at) values (asked.address, at) on conflict (lower(email)) do nothing;
  select id into who from public.account where lower(email) = asked.address;
  delete from public.account_session where expires_at < at - interval '30 days';
  insert into public.account_session (token_hash, account, made_at, seen_at, expires_at)
  values (made, who, at, at, until);
  return 'entered';
end $$;

-- An open session, with the person chosen as long as the account's address is still theirs.
create function across_session(token bytea, at timestamptz, idle interval)
  returns table (id uuid, account uuid, email text, town uuid, person uuid, seen_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select s.id, s.account, a.email, p.town, p.person, s.seen_at
  from public.account_session s join public.account a on a.id = s.account
    left join lateral (select q.town, q.person from public.people_of_address(a.email) q
      where q.town = s.as_town and q.person = s.as_person) p on true
  where s.token_hash = token and s.ended_at is null and s.expires_at > at and s.seen_at > at - idle
$$;

create function across_touch_session(touched uuid, at timestamptz)
  returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  update public.account_session set seen_at = at where id = touched and seen_at < at
$$;

create function across_people_of(known uuid)
  returns table (town uuid, town_name text, person uuid, name text)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select p.* from public.account a, lateral public.people_of_address(a.email) p where a.id = known
$$;

create function across_choose_person(choosing uuid, in_town uuid, who uuid)
  returns boolean language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  with chosen as (
    update public.account_session s set as_town = in_town, as_person = who
    where s.id = choosing and exists (select from public.across_people_of(s.account) p
      where p.town = in_town and p.person = who)
    returning 1)
  select exists (select from chosen)
$$;

create function across_sessions_of(known uuid, at timestamptz, idle interval)
  returns table (id uuid, made_at timestamptz, seen_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select s.id, s.made_at, s.seen_at from public.account_session s
  where s.account = known and s.ended_at is null and s.expires_at > at and s.seen_at > at - idle
  order by s.made_at desc
$$;

create function across_end_session(known uuid, ending uuid, at timestamptz)
  returns boolean language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  with ended as (update public.account_session set ended_at = at
    where id = ending and account = known and ended_at is null returning 1)
  select exists (select from ended)
$$;

do $$
declare f regprocedure;
begin
  -- The earlier ones have these rights already.
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace and proname like 'across\_%' loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to traguardo_app', f);
  end loop;
end $$;
