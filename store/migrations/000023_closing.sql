-- The closing of a year: what its steps make people owe (transmission, acts, validation, publication; again
-- in each round that the Nucleo did not validate), and the facts by which they are concluded. A fact is
-- withdrawn with a reason, never changed. Both go with their obligation, as when a trial ends.

create table closing_duty (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  obligation uuid not null,
  cycle uuid not null,
  step text not null check (step in ('transmission', 'adoption', 'validation', 'approval', 'publication')),
  round integer not null check (round > 0),
  primary key (town, obligation),
  unique (town, cycle, step, round),
  foreign key (town, obligation) references obligation (town, id) on delete cascade,
  foreign key (town, cycle) references cycle (town, id)
);

create table closing_fact (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  seq bigint generated always as identity,
  obligation uuid not null,
  -- `ready`: the transmission may go on with things missing.
  kind text not null check (kind in ('done', 'ready')),
  happened_on date not null,
  outcome text check (outcome in ('validated', 'with-observations', 'not-validated')),
  act uuid,
  protocol_number text,
  protocol_on date,
  -- Of a publication: where it stands.
  addresses jsonb not null default '[]' check (jsonb_typeof(addresses) = 'array'),
  -- Words of people: the reason, the Nucleo's remarks.
  note text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_because text,
  primary key (town, id),
  foreign key (town, obligation) references closing_duty (town, obligation) on delete cascade,
  foreign key (town, act) references act (town, id),
  foreign key (town, recorded_by) references person (town, id),
  foreign key (town, withdrawn_by) references person (town, id),
  check (kind <> 'ready' or (outcome is null and act is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index closing_fact_of on closing_fact (obligation, seq);
create unique index closing_fact_stands on closing_fact (town, obligation, kind) where withdrawn_at is null;

do $$
declare t text;
begin
  foreach t in array array['closing_duty', 'closing_fact'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert on closing_duty, closing_fact to traguardo_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_because, note) on closing_fact to traguardo_app;
