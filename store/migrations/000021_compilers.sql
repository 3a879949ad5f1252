-- Monitoring, further: who prepares, and a due day put off.

-- *Compilatori*: whom the head of a sector names to prepare lines of its submissions, for a time: all of
-- them, or those of single objectives. It is no role: a compiler owes nothing and is told nothing.

create table compiler (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  sector uuid not null,
  person uuid not null,
  valid_from date not null,
  -- Last day; null: until called off.
  valid_to date,
  named_at timestamptz not null,
  named_by uuid not null,
  -- From then on it is as if the time were over; the row stays.
  called_off_at timestamptz,
  primary key (town, id),
  foreign key (town, sector) references sector (town, id),
  foreign key (town, person) references person (town, id),
  foreign key (town, named_by) references person (town, id),
  check (valid_to is null or valid_to >= valid_from)
);
create index compiler_person on compiler (person) where called_off_at is null;

-- Only these; none: the whole sector.
create table compiler_objective (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  compiler uuid not null,
  objective uuid not null,
  primary key (town, compiler, objective),
  foreign key (town, compiler) references compiler (town, id),
  foreign key (town, objective) references objective (town, id)
);

-- The due day of an open window was put off: from which day, and why.
alter table monitoring_window
  add column first_due date,
  add column put_off_because text,
  add check ((first_due is null) = (put_off_because is null));

do $$
declare t text;
begin
  foreach t in array array['compiler', 'compiler_objective'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert on compiler, compiler_objective to traguardo_app;
grant update (called_off_at) on compiler to traguardo_app;
