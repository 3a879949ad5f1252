-- Towns that come and go, and what the installation keeps of it: one line each.

-- Of no town: it stays when the town is gone. Ids and the town's own name, never a person's.
create table installation_event (
  id bigint generated always as identity primary key,
  -- Real time.
  at timestamptz not null,
  action text not null check (action in ('town.import', 'town.delete', 'upgrade')),
  subject uuid,
  slug text,
  name text,
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object')
);
alter table installation_event enable row level security;
alter table installation_event force row level security;
create policy of_the_owner on installation_event to current_user using (true);

-- A town and all that is its own, for good; returns the workflows that ran for it. `confirmed` is its name. Refused
-- without an export after which nothing happened, unless `without_export`. Not for the application's role.
create function delete_town(gone uuid, confirmed text, without_export boolean, deleted_at timestamptz)
  returns setof text language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  doomed public.town;
  orphans uuid[];
  one record;
  statements text[] := '{}';
begin
  perform set_config('app.town', gone::text, true);
  -- Whoever writes in this town now is waited for; whoever comes later finds no town.
  select * into doomed from public.town where id = gone for update;
  if not found then
    raise exception 'no such town' using errcode = 'check_violation', constraint = 'town_there';
  end if;
  if doomed.name <> confirmed then
    raise exception 'the name is another' using errcode = 'check_violation', constraint = 'town_confirmed';
  end if;
  -- Everything that people do is in the audit, what the program does by itself is a round; a mail under way may still leave.
  if not without_export and not exists (
    select from public.audit a where a.town = gone and a.action = 'town.export'
      and not exists (select from public.audit x where x.town = gone and x.seq > a.seq)
      and (a.after ->> 'audited')::bigint = (select count(*) from public.audit x where x.town = gone and x.seq < a.seq)
      and not exists (select from public.round r where r.town = gone and r.at > a.at)
      and not exists (select from public.digest d where d.town = gone
        and (d.state = 'frozen' or d.frozen_at > a.at or d.answered_at > a.at)))
  then
    raise exception 'something happened since the last export'
      using errcode = 'check_violation', constraint = 'town_exported';
  end if;
  return query select workflow_id from public.workflow_next where town = gone
    union select workflow_id from public.announcement where town = gone;

  -- Accounts stand above towns: those go that were somebody's of this town and nobody's of another.
  select coalesce(array_agg(a.id), '{}') into orphans from public.account a
    where a.administrator_since is null and exists (select from public.person p where p.town = gone
        and (lower(p.email) = lower(a.email) or p.fiscal_hash = a.fiscal_hash))
      and not exists (select from public.person p where p.town <> gone
        and (lower(p.email) = lower(a.email) or p.fiscal_hash = a.fiscal_hash));
  delete from public.sign_in s where exists (
    select from public.person p where p.town = gone and lower(p.email) = s.address);
  -- Tables of no town, whose rows hang on an account, a person or a town by any name.
  for one in
    select f.conrelid::regclass::text as t, a.attname as c, f.confrelid = 'public.account'::regclass as of_account
    from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    where f.contype = 'f' and f.connamespace = 'public'::regnamespace and not exists (
        select from pg_attribute t where t.attrelid = f.conrelid and t.attname = 'town' and not t.attisdropped)
  loop
    if one.of_account then execute format('delete from %s where %I = any ($1)', one.t, one.c) using orphans;
    else execute format('delete from %s where %I = $1', one.t, one.c) using gone;
    end if;
  end loop;
  -- One statement: rows refer to each other in circles, and keys are looked at when it ends.
  for one in
    select c.oid::regclass::text as t from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'town' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
  loop statements := statements || format('d%s as (delete from %s where town = $1)', cardinality(statements), one.t);
  end loop;
  execute format('with %s delete from public.town where id = $1', array_to_string(statements, ', ')) using gone;
  delete from public.account where id = any (orphans);
  insert into public.installation_event (at, action, subject, slug, name, detail)
  values (deleted_at, 'town.delete', gone, doomed.slug, doomed.name, jsonb_build_object('without_export', without_export));
end $$;
revoke all on function delete_town(uuid, text, boolean, timestamptz) from public;
