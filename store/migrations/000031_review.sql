-- The evaluators' review (*istruttoria*): a checklist by which they judge, questions and their answers, notes that are
-- their author's until shared, conclusions, declarations of conflict. A round hangs on the transmission that it is about
-- and goes with it, should a trial go live; its outcome is the closing fact of that round.

-- Never rewritten: a conclusion says by which of them it was given. Number 0 is what holds where nothing is set.
create table review_criteria (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  number integer not null check (number > 0),
  criteria jsonb not null check (jsonb_typeof(criteria) = 'array'),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (town, number),
  foreign key (town, recorded_by) references person (town, id)
);

-- Stands beside the obligation of whoever must answer, which says when it is due and how it stands.
create table review_question (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  obligation uuid not null,
  seq bigint generated always as identity,
  -- The transmission whose round it is asked in.
  duty uuid not null,
  -- Null: about the Relazione as a whole.
  objective uuid,
  -- Erased with whoever wrote it: then empty.
  text text not null,
  asked_on date not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (town, obligation),
  foreign key (town, obligation) references obligation (town, id) on delete cascade,
  foreign key (town, duty) references closing_duty (town, obligation) on delete cascade,
  foreign key (town, objective) references objective (town, id),
  foreign key (town, asked_by) references person (town, id),
  foreign key (town, withdrawn_by) references person (town, id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index review_question_of on review_question (duty, seq);

-- A second one after the first was withdrawn stands beside it.
create table review_answer (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  seq bigint generated always as identity,
  question uuid not null,
  text text not null,
  answered_on date not null,
  answered_at timestamptz not null,
  answered_by uuid not null,
  primary key (town, id),
  foreign key (town, question) references review_question (town, obligation) on delete cascade,
  foreign key (town, answered_by) references person (town, id)
);
create index review_answer_of on review_answer (question, seq);

create table review_note (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  seq bigint generated always as identity,
  duty uuid not null,
  objective uuid,
  author uuid not null,
  text text not null,
  written_at timestamptz not null,
  -- Null: its author's alone.
  shared_at timestamptz,
  -- Taken away before it was shared: of its words nothing is left.
  removed_at timestamptz,
  primary key (town, id),
  foreign key (town, duty) references closing_duty (town, obligation) on delete cascade,
  foreign key (town, objective) references objective (town, id),
  foreign key (town, author) references person (town, id),
  check (removed_at is null or (shared_at is null and text = ''))
);
create index review_note_of on review_note (duty, seq);

-- On a criterion of the checklist, or on an objective.
create table review_conclusion (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  duty uuid not null,
  criterion text,
  objective uuid,
  conclusion text not null check (conclusion in ('met', 'with-remarks', 'not-met', 'not-applicable')),
  note text not null,
  -- Number of the criteria in force then.
  criteria integer not null check (criteria >= 0),
  concluded_at timestamptz not null,
  concluded_by uuid not null,
  row_version integer not null default 1,
  primary key (town, id),
  unique nulls not distinct (town, duty, criterion, objective),
  foreign key (town, duty) references closing_duty (town, obligation) on delete cascade,
  foreign key (town, objective) references objective (town, id),
  foreign key (town, concluded_by) references person (town, id),
  check ((criterion is null) <> (objective is null))
);

-- What a member said of a conflict, of a sector or of all; the last word on each counts.
create table review_declaration (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  seq bigint generated always as identity,
  duty uuid not null,
  member uuid not null,
  kind text not null check (kind in ('declared', 'abstained', 'taken-back')),
  sector uuid,
  text text not null,
  declared_on date not null,
  declared_at timestamptz not null,
  -- Not the member: the Segretario, of one who writes on paper.
  recorded_by uuid not null,
  primary key (town, id),
  foreign key (town, duty) references closing_duty (town, obligation) on delete cascade,
  foreign key (town, member) references person (town, id),
  foreign key (town, sector) references sector (town, id),
  foreign key (town, recorded_by) references person (town, id)
);
create index review_declaration_of on review_declaration (duty, seq);

do $$
declare t text;
begin
  foreach t in array array['review_criteria', 'review_question', 'review_answer', 'review_note', 'review_conclusion',
    'review_declaration'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

-- A query that forgets whose notes they are sees those shared, and no others.
create policy shared_or_own on review_note as restrictive for select
  using (shared_at is not null or author = nullif(current_setting('app.person', true), '')::uuid);
create policy written_by_author on review_note as restrictive for insert
  with check (author = nullif(current_setting('app.person', true), '')::uuid);
create policy changed_by_author on review_note as restrictive for update
  using (author = nullif(current_setting('app.person', true), '')::uuid);

grant select, insert on review_criteria, review_question, review_answer, review_note, review_conclusion,
  review_declaration to traguardo_app;
grant update (text, withdrawn_at, withdrawn_by) on review_question to traguardo_app;
grant update (text) on review_answer, review_declaration to traguardo_app;
grant update (text, shared_at, removed_at) on review_note to traguardo_app;
grant update (conclusion, note, criteria, concluded_at, concluded_by, row_version) on review_conclusion to traguardo_app;
