-- Who runs the installation, the towns they are setting up, and the mails by which they try the way to the mail
-- server. All of it stands above towns and holds no fact of any: the application has only the functions below.

-- Named by the owner of the database alone (`traguardo add-administrator`): the program cannot make one.
alter table account add column administrator_since timestamptz;
create policy by_the_owner on account to current_user using (session_user = current_user);

-- A town that somebody is setting up, step by step. It becomes the town with the same id, and then goes.
create table town_setup (
  id uuid primary key default gen_random_uuid(),
  -- What was typed, by step and field; checked whenever it is read.
  answers jsonb not null,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null
);

-- A mail to the own address of whoever asks, and what the mail server said of it.
create table test_mail (
  id uuid primary key default gen_random_uuid(),
  account uuid not null references account,
  asked_at timestamptz not null,
  lease_until timestamptz,
  outcome text check (outcome in ('accepted', 'refused')),
  response text,
  answered_at timestamptz,
  check ((outcome is null) = (answered_at is null))
);
create index test_mail_of on test_mail (account, asked_at);

do $$
declare t text;
begin
  foreach t in array array['town_setup', 'test_mail'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy across_towns on %I to current_user using (session_user <> current_user)', t);
  end loop;
end $$;

create function across_is_administrator(known uuid)
  returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from public.account where id = known and administrator_since is not null)
$$;

-- An administrator enters without being anybody in a town.
create or replace function address_may_enter(wanted text)
  returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from public.people_of_address(wanted))
    or exists (select from public.account where lower(email) = lower(wanted) and administrator_since is not null)
$$;

create or replace function across_ask_sign_in(wanted text, browser bytea, code bytea, at timestamptz)
  returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  delete from public.sign_in where asked_at < at - interval '1 day';
  insert into public.sign_in (address, browser_hash, code_hash, asked_at, expires_at)
  select lower(wanted), browser, code, at, at + interval '15 minutes'
  where public.address_may_enter(wanted)
    and (select count(*) from public.sign_in
      where address = lower(wanted) and asked_at > at - interval '15 minutes') < 5
$$;

-- Names and sizes: nothing that stands in a town. Empty for anybody but an administrator.
create function across_town_sizes(asking uuid)
  returns table (id uuid, slug text, name text, mode text, people bigint, created_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select t.id, t.slug, t.name, t.mode, coalesce(p.people, 0), t.created_at
  from public.town t left join (
    select town, count(*) as people from public.person where erased_at is null group by town) p on p.town = t.id
  where t.mode <> 'demo' and public.across_is_administrator(asking) order by t.name, t.id
$$;

-- Null: not for who asks. What nobody has touched for ninety days goes, at most fifty are open.
create function across_begin_town_setup(asking uuid, begun jsonb, at timestamptz)
  returns uuid language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare made uuid;
begin
  if not public.across_is_administrator(asking) then return null; end if;
  delete from public.town_setup where changed_at < at - interval '90 days';
  insert into public.town_setup (answers, made_at, changed_at)
  select begun, at, at where (select count(*) from public.town_setup) < 50
  returning id into made;
  return made;
end $$;

-- All of them, or one.
create function across_town_setups(asking uuid, wanted uuid)
  returns table (id uuid, answers jsonb, version integer, changed_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select s.id, s.answers, s.version, s.changed_at from public.town_setup s
  where public.across_is_administrator(asking) and (wanted is null or s.id = wanted) order by s.changed_at desc
$$;

-- False: somebody else changed it meanwhile, or it is gone.
create function across_keep_town_setup(asking uuid, wanted uuid, seen integer, said jsonb, at timestamptz)
  returns boolean language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  with kept as (update public.town_setup s set answers = said, version = s.version + 1, changed_at = at
    where s.id = wanted and s.version = seen and public.across_is_administrator(asking) returning 1)
  select exists (select from kept)
$$;

-- False: it is gone already. Whoever ends it makes the town, or puts it away.
create function across_end_town_setup(asking uuid, wanted uuid)
  returns boolean language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  with ended as (delete from public.town_setup s
    where s.id = wanted and public.across_is_administrator(asking) returning 1)
  select exists (select from ended)
$$;

-- At most five in a quarter of an hour, to an account that is an address; false: not now.
create function across_ask_test_mail(asking uuid, at timestamptz)
  returns boolean language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  delete from public.test_mail where asked_at < at - interval '1 day';
  with asked as (insert into public.test_mail (account, asked_at)
    select a.id, at from public.account a
    where a.id = asking and a.email is not null and (select count(*) from public.test_mail
      where account = asking and asked_at > at - interval '15 minutes') < 5
    returning 1)
  select exists (select from asked)
$$;

create function across_claim_test_mail(at timestamptz, lease timestamptz)
  returns table (id uuid, address text) language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  update public.test_mail m set lease_until = lease
  from public.account a
  where a.id = m.account and m.id = (select w.id from public.test_mail w
    where w.outcome is null and w.asked_at > at - interval '15 minutes'
      and (w.lease_until is null or w.lease_until <= at)
    order by w.asked_at limit 1 for update skip locked)
  returning m.id, a.email
$$;

create function across_settle_test_mail(claimed uuid, came_to text, said text, at timestamptz)
  returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  update public.test_mail set outcome = came_to, response = said, answered_at = at where id = claimed
$$;

-- The last that was asked for.
create function across_test_mail_of(asking uuid)
  returns table (asked_at timestamptz, outcome text, response text, answered_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select m.asked_at, m.outcome, m.response, m.answered_at from public.test_mail m
  where m.account = asking order by m.asked_at desc limit 1
$$;

do $$
declare f regprocedure;
begin
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace
      and proname in ('across_is_administrator', 'across_town_sizes', 'across_begin_town_setup', 'across_town_setups',
        'across_keep_town_setup', 'across_end_town_setup', 'across_ask_test_mail', 'across_claim_test_mail',
        'across_settle_test_mail', 'across_test_mail_of') loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to traguardo_app', f);
  end loop;
end $$;
