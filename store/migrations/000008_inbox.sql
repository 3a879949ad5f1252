-- The inbox of the demo and of trials: mails caught by our own SMTP server instead of being delivered.
-- A mail belongs to no town until its Message-ID says which, so the key is not the town's.

create table inbox_message (
  id bigint generated always as identity primary key,
  town uuid references town,
  message_id text,
  envelope_from text not null,
  envelope_to text[] not null,
  header_from text not null default '',
  header_to text not null default '',
  subject text not null default '',
  text text,
  html text,
  headers jsonb not null default '[]',
  -- Real time.
  received_at timestamptz not null,
  -- The town's time, where the town is known.
  town_at timestamptz
);
create index inbox_message_town on inbox_message (town, id desc);

alter table inbox_message enable row level security;
alter table inbox_message force row level security;
create policy own_town on inbox_message using (town = nullif(current_setting('app.town', true), '')::uuid);
grant select on inbox_message to traguardo_app;
