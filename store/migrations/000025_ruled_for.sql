-- For whom a decision on "not mine" is: whoever received for the role when it was made. Each is told once; where
-- none of them receives any more, whoever receives instead.

create table ruling_for (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  answer uuid not null,
  person uuid not null,
  -- The mail that tells it.
  told_in uuid,
  primary key (town, answer, person),
  foreign key (town, answer) references ruling (town, answer) on delete cascade,
  foreign key (town, person) references person (town, id),
  foreign key (town, told_in) references digest (town, id)
);
create index ruling_for_told on ruling_for (told_in) where told_in is not null;

-- Until now a decision was for whoever had answered. The owner of the tables is under their policies too.
alter table ruling no force row level security;
alter table answer no force row level security;
insert into ruling_for (town, answer, person, told_in)
  select r.town, r.answer, a.person, r.told_in from ruling r join answer a on a.town = r.town and a.id = r.answer;
alter table ruling force row level security;
alter table answer force row level security;
alter table ruling drop column told_in;

alter table ruling_for enable row level security;
alter table ruling_for force row level security;
create policy own_town on ruling_for using (town = nullif(current_setting('app.town', true), '')::uuid);

-- Lists say of which obligations "not mine" stands.
create index answer_not_mine on answer (town, obligation) where kind = 'not-mine' and withdrawn_at is null;

grant select, insert on ruling_for to traguardo_app;
grant update (told_in) on ruling_for to traguardo_app;
