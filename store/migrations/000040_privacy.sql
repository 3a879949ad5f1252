-- Personal data: what goes by itself when its time is over, and what an erasure reaches beside a person's words.

-- The town's day on which what was past its time was removed last; null: never yet.
alter table town add column retained_on date;

-- Its period was over and its bytes were removed; name, size and hash stay. Town time.
alter table evidence add column content_removed_at timestamptz;

create index audit_person on audit (person, seq) where person is not null;

-- As before, also where a state lies inside another, and for all members that hold what people wrote.
create or replace function without_words(state jsonb, words text[])
  returns jsonb language plpgsql immutable
  set search_path = pg_catalog, public, pg_temp as $$
begin
  case jsonb_typeof(state)
    when 'object' then
      return (select coalesce(jsonb_object_agg(key, case
        when key in ('note', 'reason', 'declaredName', 'name', 'email', 'text', 'because', 'title', 'basis', 'handedBy')
          and jsonb_typeof(value) = 'string' and (value #>> '{}') = any (words) then 'null'::jsonb
        else public.without_words(value, words) end), '{}')
      from jsonb_each(state));
    when 'array' then
      return (select coalesce(jsonb_agg(public.without_words(value, words) order by place), '[]')
        from jsonb_array_elements(state) with ordinality as e (value, place));
    else return state;
  end case;
end $$;

-- What lets a person in, where they were away, and their name in the names of files, in the town in hand. The account
-- stands above towns: it goes when it stands for nobody else in any of them, and does not run the installation.
create function erase_person_traces(who uuid, names text[])
  returns void language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := nullif(current_setting('app.town', true), '')::uuid;
  mailbox text;
  code bytea;
  theirs uuid;
begin
  select lower(email), fiscal_hash into mailbox, code from public.person where town = here and id = who;
  delete from public.api_key where as_town = here and as_person = who;
  delete from public.account_session where as_town = here and as_person = who;
  for theirs in select a.id from public.account a
      where (lower(a.email) = mailbox or a.fiscal_hash = code) and a.administrator_since is null
        and not exists (select from public.across_people_of(a.id) p where (p.town, p.person) <> (here, who)) loop
    update public.person set account = null where account = theirs;
    delete from public.api_key where account = theirs;
    delete from public.account_session where account = theirs;
    delete from public.test_mail where account = theirs;
    delete from public.account where id = theirs;
    delete from public.sign_in where address = mailbox;
  end loop;
  update public.person set account = null, fiscal_hash = null where town = here and id = who;
  delete from public.inbox_message where town = here and mailbox = any (select lower(one) from unnest(envelope_to) one);
  delete from public.absence where town = here and person = who;
  update public.delivery_event set response = '' where town = here and response <> ''
    and digest in (select id from public.digest where town = here and person = who);
  update public.evidence e set name = 'documento' || coalesce(substring(e.name from '\.[A-Za-z0-9]{1,5}(?:\.p7m)?$'), '')
    where e.town = here and exists (select from unnest(names) one where position(lower(one) in lower(e.name)) > 0);
  update public.signed_copy c set name = 'copia' || coalesce(substring(c.name from '\.[A-Za-z0-9]{1,5}(?:\.p7m)?$'), '')
    where c.town = here and exists (select from unnest(names) one where position(lower(one) in lower(c.name)) > 0);
  -- The file of a confirmed import is part of its act.
  update public.import_draft d set file_name = 'piano' || coalesce(substring(d.file_name from '\.[A-Za-z0-9]{1,5}$'), '')
    where d.town = here and d.state <> 'confirmed'
      and exists (select from unnest(names) one where position(lower(one) in lower(d.file_name)) > 0);
end $$;

-- Removes what bears an earlier moment ({code: {at, day}}) than those given, in the town in hand, and says how much of each.
-- Never what is younger than the shortest time that may be set: the caller alone cannot empty the audit.
create function retain_town(cutoffs jsonb)
  returns jsonb language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := nullif(current_setting('app.town', true), '')::uuid;
  shortest constant jsonb := '{"mail-texts": "1 years", "stopped-mailboxes": "1 months", "import-drafts": "1 months",
    "commands": "30 days", "calendars": "1 months", "link-keys": "1 months", "absences": "1 years",
    "evidence": "5 years", "audit": "5 years"}';
  town_now timestamptz := (select clock_timestamp() + clock_offset_ms * interval '1 millisecond' from public.town where id = here);
  zone text := (select t.zone from public.town t where id = here);
  gone jsonb := '{}';
  code text;
  cut timestamptz;
  cut_day date;
  n integer;
begin
  for code in select jsonb_object_keys(cutoffs) loop
    cut := least((cutoffs -> code ->> 'at')::timestamptz, town_now - (shortest ->> code)::interval);
    cut_day := least((cutoffs -> code ->> 'day')::date, (cut at time zone zone)::date);
    case code
      when 'mail-texts' then
        update public.digest set text = 'Testo cancellato.', html = '<p>Testo cancellato.</p>', response = null,
            address = case when address is not null then '' end
          where town = here and day < cut_day and state <> 'frozen' and (text <> 'Testo cancellato.' or address <> '');
      when 'stopped-mailboxes' then
        update public.stopped_mailbox set address = '' where town = here and lifted_at < cut and address <> '';
      when 'import-drafts' then
        delete from public.import_draft_chunk c using public.import_draft d
          where d.town = here and d.state = 'discarded' and d.closed_at < cut and c.town = here and c.draft = d.id;
        delete from public.import_draft where town = here and state = 'discarded' and closed_at < cut;
      when 'commands' then
        delete from public.command where town = here and at < cut;
      when 'calendars' then
        delete from public.calendar_feed where town = here and revoked_at < cut;
      when 'link-keys' then
        delete from public.link_key where town = here and revoked_at < cut;
      when 'absences' then
        delete from public.absence where town = here and coalesce(last_day, (called_off_at at time zone zone)::date) < cut_day;
      when 'evidence' then
        with removed as (delete from public.evidence_chunk k using public.evidence e
          where e.town = here and k.town = here and k.evidence = e.id and e.obligation in (
            select o.id from public.obligation o join public.cycle c on c.town = o.town and c.id = o.cycle
            where o.town = here and c.closed_on < cut_day)
          returning k.evidence)
        update public.evidence set content_removed_at = town_now
          where town = here and id in (select evidence from removed);
      when 'audit' then
        delete from public.audit where town = here and at < cut;
    end case;
    get diagnostics n = row_count;
    gone := gone || jsonb_build_object(code, n);
  end loop;
  return gone;
end $$;

-- The same of what stands above towns. All times are real ones.
create function across_retain(cutoffs jsonb)
  returns jsonb language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  shortest constant jsonb := '{"sign-ins": "1 days", "sessions": "30 days", "keys": "12 months",
    "trial-mails": "90 days", "town-setups": "90 days", "accounts": "12 months"}';
  gone jsonb := '{}';
  code text; cut timestamptz; n integer;
begin
  for code in select jsonb_object_keys(cutoffs) loop
    cut := least((cutoffs ->> code)::timestamptz, clock_timestamp() - (shortest ->> code)::interval);
    case code
      when 'sign-ins' then
        with links as (delete from public.sign_in where asked_at < cut returning 1),
          providers as (delete from public.openid_sign_in where expires_at < cut returning 1)
        select count(*) from (table links union all table providers) one into n;
      when 'sessions' then
        delete from public.account_session where least(ended_at, expires_at) < cut;
        get diagnostics n = row_count;
      when 'keys' then
        delete from public.api_key where least(ended_at, expires_at) < cut;
        get diagnostics n = row_count;
      when 'trial-mails' then
        with caught as (delete from public.inbox_message where received_at < cut returning 1),
          tried as (delete from public.test_mail where asked_at < cut returning 1)
        select (select count(*) from caught) + (select count(*) from tried) into n;
      when 'town-setups' then
        delete from public.town_setup where changed_at < cut;
        get diagnostics n = row_count;
      when 'accounts' then
        with unused as (delete from public.account a where a.created_at < cut and a.administrator_since is null
          and not exists (select from public.account_session s where s.account = a.id)
          and not exists (select from public.api_key k where k.account = a.id)
          and not exists (select from public.test_mail m where m.account = a.id)
          and not exists (select from public.person p where p.account = a.id)
          and not exists (select from public.across_people_of(a.id)) returning 1)
        select count(*) from unused into n;
    end case;
    gone := gone || jsonb_build_object(code, n);
  end loop;
  return gone;
end $$;

-- Towns whose day has none yet, the longest waiting first.
create function across_retention_due(at timestamptz, at_most integer)
  returns table (town uuid)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select t.id from public.town t
  where t.retained_on is distinct from ((at + t.clock_offset_ms * interval '1 millisecond') at time zone t.zone)::date
  order by t.retained_on nulls first, t.id limit at_most
$$;

-- What an account holds of one person of the town in hand, and nothing of its other towns: for the person's own record.
create function person_access(who uuid)
  returns jsonb language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object(
    'account', (select jsonb_build_object('email', a.email, 'created_at', a.created_at) from public.account a
      join public.person p on lower(p.email) = lower(a.email) and p.town = h.town and p.id = who and not p.shared_mailbox),
    'sessions', (select coalesce(jsonb_agg(jsonb_build_object('made_at', s.made_at, 'seen_at', s.seen_at,
        'expires_at', s.expires_at, 'ended_at', s.ended_at) order by s.made_at), '[]')
      from public.account_session s where s.as_town = h.town and s.as_person = who),
    'keys', (select coalesce(jsonb_agg(jsonb_build_object('label', k.label, 'writes', k.writes, 'made_at', k.made_at,
        'expires_at', k.expires_at, 'used_at', k.used_at, 'ended_at', k.ended_at) order by k.made_at), '[]')
      from public.api_key k where k.as_town = h.town and k.as_person = who))
  from (select nullif(current_setting('app.town', true), '')::uuid as town) h
$$;

revoke all on function erase_person_traces(uuid, text[]), retain_town(jsonb), across_retain(jsonb),
  across_retention_due(timestamptz, integer), person_access(uuid) from public;
grant execute on function erase_person_traces(uuid, text[]), retain_town(jsonb), across_retain(jsonb),
  across_retention_due(timestamptz, integer), person_access(uuid) to traguardo_app;
