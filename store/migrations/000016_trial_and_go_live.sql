-- A town on trial: its mails stay in its own inbox and count as nothing; going live drops what the trial did.

alter table digest drop constraint digest_state_check;
alter table digest add constraint digest_state_check
  check (state in ('frozen', 'sent', 'refused', 'given-up', 'trial'));
alter table delivery_event drop constraint delivery_event_kind_check;
alter table delivery_event add constraint delivery_event_kind_check
  check (kind in ('accepted', 'temporary', 'permanent', 'given-up', 'delayed', 'bounced', 'trial'));

-- Kept by the program itself, in the transaction that says what became of the mail.
grant insert on inbox_message to traguardo_app;

-- No mail of a trial is ever sent, and no mail of a live town ends in an inbox of ours.
create function digest_of_its_mode() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.state = 'trial') <> exists (select 1 from public.town where id = new.town and mode = 'trial') then
    raise exception 'a mail of a trial is never sent, and no other mail is kept back'
      using errcode = 'check_violation', constraint = 'digest_of_its_mode';
  end if;
  return new;
end $$;
revoke all on function digest_of_its_mode() from public;
create trigger digest_of_its_mode before update of state on digest
  for each row when (new.state in ('sent', 'refused', 'trial') and new.state is distinct from old.state
    and new.address is not null)
  execute function digest_of_its_mode();

-- Only a trial goes live, and what is live stays so.
create function town_goes_live_once() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.mode = 'live' and new.mode <> 'live' then
    raise exception 'a town that is live stays so'
      using errcode = 'check_violation', constraint = 'town_goes_live_once';
  end if;
  return new;
end $$;
revoke all on function town_goes_live_once() from public;
create trigger town_goes_live_once before update of mode on town
  for each row execute function town_goes_live_once();

-- The town in hand from its trial to its real life: plan, people and settings stay, what was sent and what
-- was answered goes, the clock is the real one. `live` is the day, `first` the first day of notices from it.
-- Whoever adds a table decides here what becomes of it: a test asks.
create function go_live(live date, first date)
  returns void language plpgsql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  here uuid := nullif(current_setting('app.town', true), '')::uuid;
  t text;
begin
  perform 1 from public.town where id = here and mode = 'trial' for update;
  if not found then
    raise exception 'only a town on trial goes live' using errcode = 'check_violation', constraint = 'town_on_trial';
  end if;
  -- A mail, or an answer, in somebody's hands is waited for.
  perform 1 from public.obligation where town = here for update;
  perform 1 from public.digest where town = here for update;
  -- The year opens its monitoring and what follows it anew, by the real days; some tables come with later migrations.
  foreach t in array array['evidence_chunk', 'evidence', 'inbox_message', 'ruling', 'answer',
    'delivery_event', 'stopped_mailbox', 'paper_hand_over', 'digest_line', 'digest', 'notice', 'passed_over', 'alert_item', 'round', 'register_seal',
    'register_entry', 'register_text', 'register_chain', 'submission_event', 'submission_version',
    'submission_line', 'submission', 'monitoring_window'] loop
    if to_regclass('public.' || t) is not null then
      execute format('delete from public.%I where town = $1', t) using here;
    end if;
  end loop;
  delete from public.audit
    where town = here and subject_kind in ('obligation', 'cycle', 'monitoring-window', 'submission');
  delete from public.obligation where town = here and kind <> 'milestone';
  -- An occurrence due before notices begin makes nothing (the others are asked "whether and when").
  delete from public.obligation o where o.town = here and o.recurrence is not null and o.due < first
    and o.state in ('open', 'done')
    and not exists (select 1 from public.obligation b where b.town = here and b.superseded_by = o.id);
  update public.obligation set start_day = live, forecast = null, held_back = false, held_back_reason = null,
      state = case state when 'done' then 'open' else state end,
      done_on = null, done_recorded_at = null, done_by = null, done_note = null, row_version = row_version + 1
    where town = here;
  update public.objective set state = 'in-force' where town = here and state = 'evaluated';
  update public.cycle set state = 'open', closed_on = null,
      live_on = case when live_on is null then null else live end
    where town = here;
  -- What the workflows waited for was by the trial's clock: they look again at once, the watchdog sees to it.
  delete from public.workflow_next where town = here;
  update public.town set mode = 'live', clock_offset_ms = 0, live_from = live, round_asked_on = null
    where id = here;
end $$;
revoke all on function go_live(date, date) from public;
grant execute on function go_live(date, date) to traguardo_app;
