-- Who answers for whom: the lead sector of a shared objective, the Vice Segretario, what the Segretario rules on
-- "not mine", and notices handed over to people without a mailbox.

-- Stands in for a Segretario who is absent or missing; owes nothing and is told nothing by itself.
alter table role_holder drop constraint role_holder_role_check;
alter table role_holder add constraint role_holder_role_check
  check (role in ('head', 'secretary', 'vice-secretary', 'mayor', 'oiv', 'rpct'));

-- The one sector that answers for all that share it; null: each owes its own.
alter table objective add column lead_sector uuid;
alter table objective add foreign key (town, lead_sector) references sector (town, id);
create index objective_led on objective (town, id) where lead_sector is not null;

-- "Resta a te": what the Segretario decided about an answer "not mine". Written once.
create table ruling (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  -- The answer it is about.
  answer uuid not null,
  at timestamptz not null,
  by uuid not null,
  -- Null: erased.
  reason text check (btrim(reason) <> ''),
  -- The next mail to whoever owes it, which tells it.
  told_in uuid,
  primary key (town, answer),
  foreign key (town, answer) references answer (town, id),
  foreign key (town, by) references person (town, id),
  foreign key (town, told_in) references digest (town, id)
);
create index ruling_told on ruling (told_in) where told_in is not null;

-- A mail to somebody without a mailbox, which the Segretario hands over. Written once.
create table paper_hand_over (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  digest uuid not null,
  -- The day on which it was handed over, and who did it.
  handed_on date not null,
  handed_by text not null check (length(handed_by) between 1 and 120),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (town, digest),
  foreign key (town, digest) references digest (town, id),
  foreign key (town, recorded_by) references person (town, id)
);

create index digest_on_paper on digest (town, day) where state = 'refused' and address is null;

do $$
declare t text;
begin
  foreach t in array array['ruling', 'paper_hand_over'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert on ruling, paper_hand_over to traguardo_app;
-- Beside what became of it, the words of people, so that they can be erased.
grant update (told_in, reason) on ruling to traguardo_app;
grant update (handed_by) on paper_hand_over to traguardo_app;
