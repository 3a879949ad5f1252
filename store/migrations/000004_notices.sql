-- What was sent: rounds, notices, what an outage passed over, digests, the mail servers' answers.

-- At most one round a town and day.
create table round (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  day date not null,
  at timestamptz not null,
  notices integer not null default 0 check (notices >= 0),
  digests integer not null default 0 check (digests >= 0),
  passed_over integer not null default 0 check (passed_over >= 0),
  primary key (town, day)
);

-- A rung that fired, once for (obligation, version, rung, recipient role, person).
create table notice (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  obligation uuid not null,
  obligation_version integer not null,
  rung text not null check (rung in ('before-start', 'first-notice', 'ten-days', 'three-days', 'due-day',
    'late-1', 'late-3', 'late-7', 'late-8', 'weekly-1', 'weekly-2', 'weekly-3', 'weekly-4')),
  recipient_role text not null check (recipient_role in ('head', 'secretary', 'mayor', 'oiv', 'rpct')),
  recipient_sector uuid,
  -- Null: nobody held the role nor stood in for it.
  person uuid,
  day date not null,
  primary key (town, id),
  foreign key (town, obligation) references obligation (town, id),
  foreign key (town, recipient_sector) references sector (town, id),
  foreign key (town, person) references person (town, id),
  constraint notice_once unique nulls not distinct
    (obligation, obligation_version, rung, recipient_role, recipient_sector, person, town),
  check ((recipient_role = 'head') = (recipient_sector is not null))
);
create index notice_person on notice (person, day);

-- A rung whose day went by without a round, or below a higher one: recorded, never skipped silently.
create table passed_over (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  obligation uuid not null,
  obligation_version integer not null,
  rung text not null check (rung in ('before-start', 'first-notice', 'ten-days', 'three-days', 'due-day',
    'late-1', 'late-3', 'late-7', 'late-8', 'weekly-1', 'weekly-2', 'weekly-3', 'weekly-4')),
  recipient_role text not null check (recipient_role in ('head', 'secretary', 'mayor', 'oiv', 'rpct')),
  recipient_sector uuid,
  day date not null,
  reason text not null,
  primary key (town, id),
  foreign key (town, obligation) references obligation (town, id),
  foreign key (town, recipient_sector) references sector (town, id),
  constraint passed_over_once unique nulls not distinct
    (obligation, obligation_version, rung, recipient_role, recipient_sector, town),
  check ((recipient_role = 'head') = (recipient_sector is not null))
);

-- One mail to one person: frozen with placeholders for links, then only sent, refused or given up.
create table digest (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  person uuid not null,
  day date not null,
  kind text not null check (kind in ('daily', 'alert')),
  roles jsonb not null,
  subject text not null,
  text text not null,
  html text not null,
  -- SHA-256 of the content with placeholders, hex.
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  message_id text not null unique,
  -- What {{link:n}} stands for, by n.
  links jsonb not null default '[]',
  frozen_at timestamptz not null,
  state text not null default 'frozen' check (state in ('frozen', 'sent', 'refused', 'given-up')),
  -- Real time: while it is in the future one sender has this mail in hand.
  lease_until timestamptz,
  attempts integer not null default 0 check (attempts >= 0),
  -- DATA has begun once: from then on only byte-identical, to the same address.
  address text,
  answered_at timestamptz,
  response text,
  -- The digest that took over the lines of one given up before DATA.
  carried_into uuid,
  primary key (town, id),
  constraint digest_once unique (person, day, kind, town),
  foreign key (town, person) references person (town, id),
  foreign key (town, carried_into) references digest (town, id),
  check ((state = 'frozen') = (answered_at is null)),
  check (state <> 'sent' or address is not null),
  check (carried_into is null or (state = 'given-up' and address is null))
);
create index digest_unanswered on digest (town, kind, day) where state = 'frozen';
create index digest_to_carry on digest (town, day)
  where state = 'given-up' and address is null and carried_into is null;
create index digest_day on digest (town, day);

create table digest_line (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  digest uuid not null,
  line_no integer not null check (line_no > 0),
  obligation uuid not null,
  -- Null: a line of the weekly summary, which is no notice.
  notice uuid,
  rung text,
  primary key (town, digest, line_no),
  foreign key (town, digest) references digest (town, id),
  foreign key (town, obligation) references obligation (town, id),
  foreign key (town, notice) references notice (town, id),
  check ((notice is null) = (rung is null))
);
create index digest_line_notice on digest_line (notice) where notice is not null;
create index digest_line_obligation on digest_line (obligation);

create table delivery_event (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id bigint generated always as identity,
  digest uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('accepted', 'temporary', 'permanent', 'given-up', 'bounced')),
  code integer,
  response text not null default '',
  primary key (town, id),
  foreign key (town, digest) references digest (town, id)
);
create index delivery_event_digest on delivery_event (digest);

-- What the Segretario and the Nucleo hear of at 15:00, on the board at once.
create table alert_item (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  to_role text not null check (to_role in ('secretary', 'oiv')),
  kind text not null,
  -- What it is about; the same thing is told once.
  about text not null,
  raised_at timestamptz not null,
  detail jsonb not null default '{}',
  -- The day of the alert mail that tells it; null: not mailed yet.
  mailed_on date,
  primary key (town, id),
  constraint alert_item_once unique (town, to_role, kind, about)
);
create index alert_item_waiting on alert_item (town, raised_at) where mailed_on is null;

do $$
declare t text;
begin
  foreach t in array array['round', 'notice', 'passed_over', 'digest', 'digest_line', 'delivery_event',
    'alert_item'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert on round, notice, passed_over, digest, digest_line, delivery_event, alert_item
  to traguardo_app;
-- The content of a frozen mail cannot be rewritten, only what became of it.
grant update (state, lease_until, attempts, address, answered_at, response, carried_into)
  on digest to traguardo_app;
grant update (mailed_on) on alert_item to traguardo_app;
