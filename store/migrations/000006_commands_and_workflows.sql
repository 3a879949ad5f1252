-- Commands done once, the audit, and what ties facts to workflows: announcements and stored nexts.
-- Ids and instants only in what goes to a workflow, never facts or personal data.

create table command (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  key text not null check (length(key) between 1 and 200),
  person uuid,
  action text not null,
  -- Hash of what was asked: a key used again for something else is refused.
  fingerprint text not null,
  -- Null only inside the transaction that carries the command out.
  status integer,
  response jsonb,
  at timestamptz not null,
  primary key (town, key),
  foreign key (town, person) references person (town, id)
);

create table audit (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  seq bigint generated always as identity,
  at timestamptz not null,
  -- Null: the program itself.
  person uuid,
  -- The role the person acted in.
  role text check (role in ('head', 'secretary', 'mayor', 'oiv', 'rpct')),
  sector uuid,
  channel text not null check (channel in ('page', 'api', 'mail-answer', 'workflow', 'cli')),
  action text not null,
  subject_kind text not null,
  subject uuid,
  before jsonb,
  after jsonb,
  act uuid,
  primary key (town, seq),
  foreign key (town, person) references person (town, id),
  foreign key (town, sector) references sector (town, id),
  foreign key (town, act) references act (town, id)
);
create index audit_subject on audit (subject, subject_kind, seq);
-- When did a role last post something?
create index audit_role on audit (town, role, sector, at) where role is not null and subject_kind = 'obligation';

-- "Something changed for this workflow": written with the fact, told after commit, else by the relay.
create table announcement (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id bigint generated always as identity,
  workflow_id text not null,
  workflow_type text not null,
  args jsonb not null,
  -- Real time, both.
  created_at timestamptz not null,
  announced_at timestamptz,
  attempts integer not null default 0 check (attempts >= 0),
  primary key (town, id)
);
create index announcement_waiting on announcement (attempts, id) where announced_at is null;

-- When each workflow means to wake up; the watchdog looks for those that did not.
create table workflow_next (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  workflow_id text not null,
  workflow_type text not null,
  args jsonb not null,
  -- Real time, all. Null: waits for a change only.
  next_at timestamptz,
  stored_at timestamptz not null,
  revived_at timestamptz,
  revivals integer not null default 0 check (revivals >= 0),
  primary key (town, workflow_id)
);
create index workflow_next_due on workflow_next (next_at) where next_at is not null;
create index workflow_next_revived on workflow_next (revivals) where revivals > 0;

do $$
declare t text;
begin
  foreach t in array array['command', 'audit', 'announcement', 'workflow_next'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert on command, audit, announcement to traguardo_app;
grant update (status, response) on command to traguardo_app;
grant update (announced_at, attempts) on announcement to traguardo_app;
grant select, insert, update, delete on workflow_next to traguardo_app;
