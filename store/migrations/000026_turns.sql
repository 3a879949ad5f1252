-- Whose turn it is at a mail server: a limit of mails a minute holds for all workers together
-- (docs/adr/0050-the-pace-is-shared.md). No fact, no town's: one row a server. All times are real ones.

create table smtp_turn (
  -- host:port
  server text primary key check (btrim(server) <> ''),
  -- From when the next mail may begin.
  free_at timestamptz not null
);
alter table smtp_turn enable row level security;
alter table smtp_turn force row level security;
create policy across_towns on smtp_turn to current_user using (session_user <> current_user);

-- Takes the next turn, at most patience_ms after at; null when those are taken. The row is held for this one
-- statement. What lies an hour ahead was written by a clock that was wrong, and counts as free.
create function across_take_turn(wanted text, at timestamptz, every_ms integer, patience_ms integer)
  returns timestamptz language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  insert into public.smtp_turn as t (server, free_at)
  values (wanted, at + every_ms * interval '1 millisecond')
  on conflict (server) do update set free_at = every_ms * interval '1 millisecond' + case
    when t.free_at between at and at + interval '1 hour' then t.free_at else at end
  where not t.free_at between at + patience_ms * interval '1 millisecond' and at + interval '1 hour'
  returning t.free_at - every_ms * interval '1 millisecond'
$$;
revoke all on function across_take_turn(text, timestamptz, integer, integer) from public;
grant execute on function across_take_turn(text, timestamptz, integer, integer) to traguardo_app;
