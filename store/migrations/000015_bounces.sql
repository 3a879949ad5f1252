-- Mail that comes back: what a server said after it had taken a mail, mailboxes that are written to no more,
-- and what arrives at the return path of the built-in inbox.

alter table digest
  -- The server took it, and it came back all the same. Town time.
  add column bounced_at timestamptz,
  -- The refusal, at once or later, speaks of the mailbox: there is none, or it takes nothing.
  add column mailbox_fault boolean not null default false;
create index digest_address on digest (town, lower(address)) where address is not null;
grant update (bounced_at, mailbox_fault) on digest to traguardo_app;

-- 'delayed': the server still tries. Each at most once a mail: the same report read twice changes nothing.
alter table delivery_event drop constraint delivery_event_kind_check;
alter table delivery_event add constraint delivery_event_kind_check
  check (kind in ('accepted', 'temporary', 'permanent', 'given-up', 'delayed', 'bounced'));
create unique index delivery_event_once on delivery_event (town, digest, kind) where kind in ('delayed', 'bounced');

-- Nothing is written to such an address until somebody lifts the stop, or the person gets another address.
create table stopped_mailbox (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  -- In small letters; empty once whoever had it was erased.
  address text not null check (address = lower(address)),
  stopped_at timestamptz not null,
  -- The mail whose return was one too many.
  digest uuid not null,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (town, id),
  foreign key (town, digest) references digest (town, id),
  foreign key (town, lifted_by) references person (town, id),
  check (address <> '' or lifted_at is not null)
);
create unique index stopped_mailbox_in_force on stopped_mailbox (address, town) where lifted_at is null;

alter table stopped_mailbox enable row level security;
alter table stopped_mailbox force row level security;
create policy own_town on stopped_mailbox
  using (town = nullif(current_setting('app.town', true), '')::uuid);
grant select, insert on stopped_mailbox to traguardo_app;
grant update (address, lifted_at, lifted_by) on stopped_mailbox to traguardo_app;

-- Mails of ours, by the Message-IDs that a report names: whatever town they are of.
create function across_returned_digests(message_ids text[])
  returns table (town uuid, digest uuid)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select town, id from public.digest where message_id = any (message_ids) limit 2
$$;

-- What nobody of ours sent, as it came: reports and replies, kept whole until they were read.
alter table inbox_message
  add column raw bytea,
  add column return_read_at timestamptz;
create index inbox_message_return on inbox_message (id) where raw is not null and return_read_at is null;

-- `raw`: base64. `about`: the Message-ID of the mail that it is about, which gives it town and time.
create or replace function across_store_message(message jsonb, received timestamptz)
  returns bigint language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  insert into public.inbox_message (town, message_id, envelope_from, envelope_to, header_from, header_to,
    subject, text, html, headers, raw, received_at, town_at)
  select t.id, message ->> 'messageId', message ->> 'envelopeFrom',
    array(select jsonb_array_elements_text(message -> 'envelopeTo')),
    coalesce(message ->> 'headerFrom', ''), coalesce(message ->> 'headerTo', ''),
    coalesce(message ->> 'subject', ''), message ->> 'text', message ->> 'html',
    coalesce(message -> 'headers', '[]'),
    case when d.id is null or message ? 'about' then decode(message ->> 'raw', 'base64') end, received,
    received + t.clock_offset_ms * interval '1 millisecond'
  from (select 1) as always
    left join public.digest d on d.message_id = coalesce(message ->> 'about', message ->> 'messageId')
    left join public.town t on t.id = d.town
  returning id
$$;

create function across_unread_returns(at_most integer)
  returns table (id bigint, raw bytea, envelope_to text[])
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select id, raw, envelope_to from public.inbox_message
  where raw is not null and return_read_at is null order by id limit at_most
$$;

create function across_mark_return_read(message bigint, at timestamptz)
  returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  update public.inbox_message set return_read_at = at, raw = null where id = message
$$;

do $$
declare f regprocedure;
begin
  for f in select oid from pg_proc where pronamespace = 'public'::regnamespace and proname in
    ('across_returned_digests', 'across_unread_returns', 'across_mark_return_read') loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to traguardo_app', f);
  end loop;
end $$;
