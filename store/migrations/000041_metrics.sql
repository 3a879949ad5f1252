-- What whoever watches the installation is told: counts and instants over all towns, nothing of any one.

create index digest_of_day on digest (day, state);
create index round_of_day on round (day);
create policy across_towns on round to current_user using (session_user <> current_user);

-- Instants are real ones. A mail was frozen in town time; links to enter wait for the worker.
create function across_figures(today date)
  returns table (towns_live bigint, towns_on_trial bigint, rounds bigint, notices bigint, frozen bigint, sent bigint,
    refused bigint, given_up bigint, oldest_unsent timestamptz, oldest_next timestamptz, oldest_sign_in timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select t.live, t.trial, r.held, r.written, d.frozen, d.sent, d.refused, d.given_up,
    (select min(w.frozen_at - town.clock_offset_ms * interval '1 millisecond')
      from public.digest w join public.town on town.id = w.town where w.state = 'frozen'),
    (select min(next_at) from public.workflow_next where next_at is not null),
    (select min(asked_at) from public.sign_in where mailed_at is null and not refused)
  from (select count(*) filter (where mode = 'live') as live, count(*) filter (where mode = 'trial') as trial
      from public.town) t,
    (select count(*) as held, coalesce(sum(round.notices), 0)::bigint as written
      from public.round where day = today) r,
    (select count(*) as frozen, count(*) filter (where state = 'sent') as sent,
      count(*) filter (where state = 'refused') as refused, count(*) filter (where state = 'given-up') as given_up
      from public.digest where day = today) d
$$;
revoke all on function across_figures(date) from public;
grant execute on function across_figures(date) to traguardo_app;
