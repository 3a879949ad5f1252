-- What people ask for between two rounds: "Invia ora", and a plan looked at before it is confirmed.

-- The day on which somebody asked that the round not wait for its slot; a day that is past means nothing.
alter table town add column round_asked_on date;

-- A plan that was uploaded and read, kept until it is confirmed or put away.
create table plan_draft (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  file_name text not null check (length(file_name) between 1 and 200 and file_name !~ '[/\\[:cntrl:]]'),
  source jsonb not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  primary key (town, id),
  foreign key (town, uploaded_by) references person (town, id)
);

alter table plan_draft enable row level security;
alter table plan_draft force row level security;
create policy own_town on plan_draft using (town = nullif(current_setting('app.town', true), '')::uuid);
grant select, insert, delete on plan_draft to traguardo_app;
