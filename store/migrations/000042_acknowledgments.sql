-- *Ho preso visione*: what somebody said of a notice that was addressed to them. It changes nothing of what it is about.

-- One for each notice and person, written once; it goes with the notices of a trial.
create table notice_acknowledgment (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  notice uuid not null,
  person uuid not null,
  at timestamptz not null,
  channel text not null check (channel in ('page', 'api', 'mail-answer')),
  -- The mail whose link was used.
  digest uuid,
  -- Who said it was them, at a mailbox that several read.
  declared_name text check (length(declared_name) between 1 and 120),
  primary key (town, notice, person),
  foreign key (town, notice) references notice (town, id) on delete cascade,
  foreign key (town, person) references person (town, id),
  foreign key (town, digest) references digest (town, id) on delete cascade,
  check ((channel = 'mail-answer') = (digest is not null))
);
alter table notice_acknowledgment enable row level security;
alter table notice_acknowledgment force row level security;
create policy own_town on notice_acknowledgment
  using (town = nullif(current_setting('app.town', true), '')::uuid);

grant select, insert on notice_acknowledgment to traguardo_app;
-- The words of people, so that they can be erased.
grant update (declared_name) on notice_acknowledgment to traguardo_app;
