-- The weekly seals of the register, who may forget what, and the erasure of people's words.

-- The heads of all chains of a town under one hash, once a week: never changed, never removed.
create table register_seal (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  -- The Monday of the week.
  week date not null check (extract(isodow from week) = 1),
  -- When it was made.
  day date not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- [{kind, id, seq, hash}] by kind and id: all that the hash covers, with town, week and day.
  heads jsonb not null check (jsonb_typeof(heads) = 'array'),
  primary key (town, week),
  check (day between week and week + 6)
);
alter table register_seal enable row level security;
alter table register_seal force row level security;
create policy own_town on register_seal
  using (town = nullif(current_setting('app.town', true), '')::uuid);
grant select, insert on register_seal to traguardo_app;

-- What mail servers said goes after 21 days; that and when they answered stays.
grant update (response) on delivery_event to traguardo_app;
create index delivery_event_said on delivery_event (town, at) where response <> '';
create index digest_said on digest (town, answered_at) where response <> '';

-- Entries that name a person, for their dossier.
create index register_entry_person on register_entry (town, (body ->> 'person'));

-- Erases salts and texts of the town in hand; the hashes stay in their chains. Nothing else can change them.
create function erase_register_texts(hashes text[], erased timestamptz)
  returns integer language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := nullif(current_setting('app.town', true), '')::uuid;
  gone integer;
begin
  update public.register_text set salt = null, text = null, erased_at = erased
    where town = here and hash = any (hashes) and text is not null;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke all on function erase_register_texts(text[], timestamptz) from public;
grant execute on function erase_register_texts(text[], timestamptz) to traguardo_app;

-- The state with null for each member that holds what people wrote or are called, and is one of the words.
create function without_words(state jsonb, words text[])
  returns jsonb language sql immutable
  set search_path = pg_catalog, public, pg_temp as $$
  select case when jsonb_typeof(state) = 'object' then (
    select coalesce(jsonb_object_agg(key, case
      when key in ('note', 'reason', 'declaredName', 'name', 'email')
        and jsonb_typeof(value) = 'string' and (value #>> '{}') = any (words) then 'null'::jsonb
      else value end), '{}')
    from jsonb_each(state)) else state end
$$;

-- Takes the same words out of the history of changes, wherever it says them as a note or a reason.
create function erase_audit_words(words text[])
  returns integer language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := nullif(current_setting('app.town', true), '')::uuid;
  gone integer;
begin
  update public.audit a set before = public.without_words(a.before, words), after = public.without_words(a.after, words)
    where a.town = here and (public.without_words(a.before, words) is distinct from a.before
      or public.without_words(a.after, words) is distinct from a.after);
  get diagnostics gone = row_count;
  return gone;
end $$;

-- A mail that quoted any of the words keeps its hash and loses its text; who it was for loses their address.
create function erase_digest_words(words text[], recipient uuid)
  returns integer language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := nullif(current_setting('app.town', true), '')::uuid;
  gone integer;
begin
  update public.digest set text = 'Testo cancellato.', html = '<p>Testo cancellato.</p>'
    where town = here and state <> 'frozen' and exists (
      select 1 from unnest(words) word where btrim(word) <> '' and position(
        regexp_replace(btrim(word), '\s+', ' ', 'g') in regexp_replace(text, '\s+', ' ', 'g')) > 0);
  get diagnostics gone = row_count;
  update public.digest set address = '', response = null
    where town = here and state <> 'frozen' and person = recipient and address <> '';
  return gone;
end $$;

revoke all on function without_words(jsonb, text[]) from public;
revoke all on function erase_audit_words(text[]) from public;
revoke all on function erase_digest_words(text[], uuid) from public;
grant execute on function erase_audit_words(text[]), erase_digest_words(text[], uuid) to traguardo_app;
