-- Days on which a person receives nothing, and who receives instead. No reason is asked or kept.
create table absence (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  person uuid not null,
  first_day date not null,
  -- Last day of it; null: no end known.
  last_day date,
  -- Null: another holder of the role, else the Segretario, else the Sindaco.
  substitute uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- It was called off before its first day had passed.
  called_off_at timestamptz,
  primary key (town, id),
  foreign key (town, person) references person (town, id),
  foreign key (town, substitute) references person (town, id),
  foreign key (town, recorded_by) references person (town, id),
  check (last_day is null or last_day >= first_day),
  check (substitute is distinct from person)
);
create index absence_person on absence (person, first_day);
create index absence_substitute on absence (substitute) where substitute is not null;

alter table absence enable row level security;
alter table absence force row level security;
create policy own_town on absence
  using (town = nullif(current_setting('app.town', true), '')::uuid);

grant select, insert on absence to traguardo_app;
grant update (last_day, called_off_at) on absence to traguardo_app;
