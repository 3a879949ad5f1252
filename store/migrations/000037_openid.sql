-- Entering through an OpenID provider. What is kept of it: that a browser began (once, for ten minutes), the subject an
-- account is linked to, and people known by a keyed hash of their fiscal code. As for all of sign-in the application's
-- role has the functions alone. All times are real ones.

create table openid_sign_in (
  -- SHA-256 of 256 random bits in a cookie of the browser; state, nonce and code verifier come of the same bits.
  browser_hash bytea primary key check (octet_length(browser_hash) = 32),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index openid_sign_in_expires on openid_sign_in (expires_at);
alter table openid_sign_in enable row level security;
alter table openid_sign_in force row level security;
create policy across_towns on openid_sign_in to current_user using (session_user <> current_user);

-- A member of the Giunta reads the board and owes nothing.
alter table role_holder drop constraint role_holder_role_check;
alter table role_holder add constraint role_holder_role_check
  check (role in ('head', 'secretary', 'vice-secretary', 'mayor', 'assessor', 'oiv', 'rpct'));
-- Whoever holds a role may do something by it that concerns themselves alone, as having their own dossier made.
alter table audit drop constraint audit_role_check;
alter table audit add constraint audit_role_check
  check (role in ('head', 'secretary', 'vice-secretary', 'mayor', 'assessor', 'oiv', 'rpct'));

-- HMAC-SHA256 of the code under a key that only the environment has; null: not known by it.
alter table person add column fiscal_hash bytea check (octet_length(fiscal_hash) = 32);
create unique index person_fiscal on person (fiscal_hash, town) where fiscal_hash is not null;

-- An account is one proof of who somebody is: an address, or a fiscal code.
alter table account alter column email drop not null;
alter table account add column fiscal_hash bytea unique check (octet_length(fiscal_hash) = 32);
alter table account add constraint account_proof check ((email is null) <> (fiscal_hash is null));

-- How it was entered.
alter table account_session add column way text not null default 'link' check (way in ('link', 'provider'));

-- As people_of_address, which a shared mailbox keeps out: a fiscal code is one person's.
create function people_of_fiscal_code(wanted bytea)
  returns table (town uuid, town_name text, person uuid, name text)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select t.id, t.name, p.id, p.name from public.person p join public.town t on t.id = p.town
  where p.fiscal_hash = wanted and p.erased_at is null and t.mode <> 'demo'
  order by t.name, p.name
$$;
revoke all on function people_of_fiscal_code(bytea) from public;

-- Does an address open anything at all?
create function address_may_enter(wanted text)
  returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from public.people_of_address(wanted))
$$;
revoke all on function address_may_enter(text) from public;

create or replace function across_people_of(known uuid)
  returns table (town uuid, town_name text, person uuid, name text)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select p.* from public.account a, lateral (
    select * from public.people_of_address(a.email) where a.email is not null
    union all
    select * from public.people_of_fiscal_code(a.fiscal_hash) where a.fiscal_hash is not null) p
  where a.id = known
$$;

drop function across_session(bytea, timestamptz, interval);
-- An open session, with the person chosen as long as the account still stands for them.
create function across_session(token bytea, at timestamptz, idle interval)
  returns table (id uuid, account uuid, email text, town uuid, person uuid, seen_at timestamptz, way text,
    linked boolean)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select s.id, s.account, a.email, p.town, p.person, s.seen_at, s.way, a.oidc_subject is not null
  from public.account_session s join public.account a on a.id = s.account
    left join lateral (select q.town, q.person from public.across_people_of(a.id) q
      where q.town = s.as_town and q.person = s.as_person) p on true
  where s.token_hash = token and s.ended_at is null and s.expires_at > at and s.seen_at > at - idle
$$;

drop function across_sessions_of(uuid, timestamptz, interval);
create function across_sessions_of(known uuid, at timestamptz, idle interval)
  returns table (id uuid, made_at timestamptz, seen_at timestamptz, way text)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select s.id, s.made_at, s.seen_at, s.way from public.account_session s
  where s.account = known and s.ended_at is null and s.expires_at > at and s.seen_at > at - idle
  order by s.made_at desc
$$;

-- As before, for accounts of both kinds.
create or replace function across_key(token bytea, at timestamptz)
  returns table (town uuid, person uuid, writes boolean)
  language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  known public.api_key;
begin
  select * into known from public.api_key k
  where k.token_hash = token and k.ended_at is null and k.expires_at > at;
  if not found then return; end if;
  -- To the hour: not every request is worth a write.
  if known.used_at is null or known.used_at < at - interval '1 hour' then
    update public.api_key k set used_at = at where k.id = known.id;
  end if;
  return query
    select p.town, p.person, known.writes from public.across_people_of(known.account) p
    where p.town = known.as_town and p.person = known.as_person;
end $$;

create function across_begin_openid(browser bytea, at timestamptz, until timestamptz)
  returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  delete from public.openid_sign_in where expires_at < at - interval '1 day';
  insert into public.openid_sign_in (browser_hash, expires_at) values (browser, until)
$$;

-- 'ready' once; then 'used'. Else 'expired', 'unknown'.
create function across_use_openid(browser bytea, at timestamptz)
  returns text language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  begun public.openid_sign_in;
begin
  select * into begun from public.openid_sign_in where browser_hash = browser for update;
  if not found then return 'unknown'; end if;
  if begun.used_at is not null then return 'used'; end if;
  if begun.expires_at <= at then return 'expired'; end if;
  update public.openid_sign_in set used_at = at where browser_hash = browser;
  return 'ready';
end $$;

-- Whom the provider's words let in; `address` is verified, `fiscal` the hash of a code, null where it said none. The
-- linked subject decides first, since any town may type a fiscal code and must not draw its owner away from the others;
-- then the fiscal code, then the address. 'entered': the session with that hash exists.
-- 'unknown': nobody. 'other-address': the linked account has another address than the provider says now.
-- 'other-subject': the address belongs to an account that another subject of this provider is linked to.
create function across_enter_by_openid(by_issuer text, by_subject text, address text, fiscal bytea, made bytea,
    at timestamptz, until timestamptz)
  returns text language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  who uuid;
  linked public.account;
  is_linked boolean;
  mine public.account;
begin
  select * into linked from public.account where oidc_issuer = by_issuer and oidc_subject = by_subject for update;
  is_linked := linked.id is not null and public.address_may_enter(linked.email);
  if is_linked and (address is null or address = lower(linked.email)) then
    who := linked.id;
  elsif exists (select from public.people_of_fiscal_code(fiscal)) then
    insert into public.account (fiscal_hash, created_at) values (fiscal, at) on conflict (fiscal_hash) do nothing;
    select id into who from public.account where fiscal_hash = fiscal;
  elsif is_linked then
    return 'other-address';
  elsif public.address_may_enter(address) then
    insert into public.account (email, created_at) values (address, at) on conflict (lower(email)) do nothing;
    select * into mine from public.account where lower(email) = address for update;
    if mine.oidc_issuer = by_issuer and mine.oidc_subject <> by_subject then return 'other-subject'; end if;
    update public.account set oidc_issuer = null, oidc_subject = null where id = linked.id;
    update public.account set oidc_issuer = by_issuer, oidc_subject = by_subject where id = mine.id;
    who := mine.id;
  else
    return 'unknown';
  end if;
  delete from public.account_session where expires_at < at - interval '30 days';
  insert into public.account_session (token_hash, account, made_at, seen_at, expires_at, way)
  values (made, who, at, at, until, 'provider');
  return 'entered';
end $$;

create function across_unlink_openid(known uuid)
  returns boolean language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  with unlinked as (update public.account set oidc_issuer = null, oidc_subject = null
    where id = known and oidc_subject is not null returning 1)
  select exists (select from unlinked)
$$;

do $$
declare f regprocedure;
begin
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace
      and proname in ('across_session', 'across_sessions_of', 'across_begin_openid', 'across_use_openid',
        'across_enter_by_openid', 'across_unlink_openid') loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to traguardo_app', f);
  end loop;
end $$;
