-- The registro degli avvisi: append-only hash chains by subject. Free text lies beside, salted, so
-- that a person's words can be erased without breaking a chain.

create table register_chain (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  id uuid not null default gen_random_uuid(),
  subject_kind text not null check (subject_kind in ('objective', 'sector', 'cycle')),
  subject uuid not null,
  head_seq integer not null default 0 check (head_seq >= 0),
  head_hash text check (head_hash ~ '^[0-9a-f]{64}$'),
  primary key (town, id),
  unique (subject, subject_kind, town),
  check ((head_seq = 0) = (head_hash is null))
);

create table register_entry (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  chain uuid not null,
  seq integer not null check (seq > 0),
  -- Hash of the entry before; null for the first.
  prev text check ((prev is null) = (seq = 1)),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- All that the hash covers, its time (`at`, town time in epoch milliseconds) included.
  body jsonb not null check (
    coalesce(jsonb_typeof(body -> 'at') = 'number' and jsonb_typeof(body -> 'kind') = 'string', false)),
  primary key (town, chain, seq),
  foreign key (town, chain) references register_chain (town, id)
);

create table register_text (
  town uuid not null default nullif(current_setting('app.town', true), '')::uuid references town,
  -- SHA-256 (salt followed by text), hex: what the entry holds.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  salt text check (salt ~ '^[0-9a-f]{32}$'),
  text text,
  erased_at timestamptz,
  primary key (town, hash),
  check ((salt is null) = (text is null) and (text is null) = (erased_at is not null))
);

do $$
declare t text;
begin
  foreach t in array array['register_chain', 'register_entry', 'register_text'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy own_town on %I
      using (town = nullif(current_setting('app.town', true), '')::uuid)$policy$, t);
  end loop;
end $$;

grant select, insert on register_chain, register_entry, register_text to traguardo_app;
grant update (head_seq, head_hash) on register_chain to traguardo_app;
