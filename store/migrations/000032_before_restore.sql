-- After a restore: mails of the days between the copy and the failure. They had left, or had not: nobody knows.

alter table digest drop constraint digest_state_check;
alter table digest add constraint digest_state_check
  check (state in ('frozen', 'sent', 'refused', 'given-up', 'trial', 'unknown'));
alter table delivery_event drop constraint delivery_event_kind_check;
alter table delivery_event add constraint delivery_event_kind_check
  check (kind in ('accepted', 'temporary', 'permanent', 'given-up', 'delayed', 'bounced', 'trial', 'unknown'));
