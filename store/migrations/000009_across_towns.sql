-- Everything that may look across towns, and nothing else does. Each function runs as the owner,
-- with a pinned search path, and is executable by traguardo_app alone.
--
-- Forced row-level security binds the owner too. An owner without BYPASSRLS passes by the policies
-- below, which hold only while somebody else's session runs as the owner: inside these functions.

create policy across_towns on town to current_user using (session_user <> current_user);
create policy across_towns on announcement to current_user using (session_user <> current_user);
create policy across_towns on workflow_next to current_user using (session_user <> current_user);
create policy across_towns on digest to current_user using (session_user <> current_user);
create policy across_towns on inbox_message to current_user using (session_user <> current_user);

create function across_towns()
  returns table (id uuid, slug text, name text, mode text, zone text, clock_offset_ms bigint)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select id, slug, name, mode, zone, clock_offset_ms from public.town order by name, id
$$;

-- Rows stay locked until the caller's transaction ends; other relays skip them.
create function across_claim_announcements(created_before timestamptz, at_most integer)
  returns table (town uuid, id bigint, workflow_id text, workflow_type text, args jsonb)
  language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select town, id, workflow_id, workflow_type, args from public.announcement
  where announced_at is null and created_at <= created_before
  order by attempts, id limit at_most for update skip locked
$$;

create function across_settle_announcements(announced bigint[], failed bigint[], at timestamptz)
  returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  update public.announcement set
    announced_at = case when id = any (announced) then at end,
    attempts = attempts + 1
  where announced_at is null and id = any (announced || failed)
$$;

create function across_overdue_workflows(due_before timestamptz, at_most integer)
  returns table (town uuid, workflow_id text, workflow_type text, args jsonb, next_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select town, workflow_id, workflow_type, args, next_at from public.workflow_next
  where next_at < due_before and (revived_at is null or revived_at < due_before)
  order by next_at limit at_most
$$;

create function across_mark_revived(revived_town uuid, revived_workflow text, at timestamptz)
  returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  update public.workflow_next set revived_at = at, revivals = revivals + 1
  where town = revived_town and workflow_id = revived_workflow
$$;

create function across_backlog(due_before timestamptz)
  returns table (announcements bigint, oldest_announcement timestamptz, overdue_workflows bigint,
    revivals bigint, unanswered_digests bigint, put_off_digests bigint)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select
    (select count(*) from public.announcement where announced_at is null),
    (select min(created_at) from public.announcement where announced_at is null),
    (select count(*) from public.workflow_next where next_at < due_before),
    (select coalesce(sum(revivals), 0)::bigint from public.workflow_next where revivals > 0),
    (select count(*) from public.digest where state = 'frozen'),
    -- Tried, not taken, and in nobody's hands: the mail server put them off or did not answer.
    (select count(*) from public.digest where state = 'frozen' and attempts > 0 and lease_until is null)
$$;

-- The town and its time come from the digest with that Message-ID, where there is one.
create function across_store_message(message jsonb, received timestamptz)
  returns bigint language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  insert into public.inbox_message (town, message_id, envelope_from, envelope_to, header_from, header_to,
    subject, text, html, headers, received_at, town_at)
  select t.id, message ->> 'messageId', message ->> 'envelopeFrom',
    array(select jsonb_array_elements_text(message -> 'envelopeTo')),
    coalesce(message ->> 'headerFrom', ''), coalesce(message ->> 'headerTo', ''),
    coalesce(message ->> 'subject', ''), message ->> 'text', message ->> 'html',
    coalesce(message -> 'headers', '[]'), received,
    received + t.clock_offset_ms * interval '1 millisecond'
  from (select 1) as always
    left join public.digest d on d.message_id = message ->> 'messageId'
    left join public.town t on t.id = d.town
  returning id
$$;

create function across_inbox(below bigint, at_most integer, matching text)
  returns table (id bigint, town uuid, header_from text, header_to text, subject text,
    received_at timestamptz, town_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select id, town, header_from, header_to, subject, received_at, town_at from public.inbox_message
  where (below is null or id < below)
    and (matching = '' or position(lower(matching) in lower(concat_ws(' ', header_to, subject, text))) > 0)
  order by id desc limit at_most
$$;

create function across_inbox_message(message bigint)
  returns setof public.inbox_message
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select * from public.inbox_message where id = message
$$;

do $$
declare f regprocedure;
begin
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace and proname like 'across\_%' loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to traguardo_app', f);
  end loop;
end $$;
