-- A line of a mail that never left is carried by itself: what was concluded on the day its neighbours were carried still
-- waits, and is told when the answer is taken back.

alter table digest_line add column carried_into uuid;
alter table digest_line add foreign key (town, carried_into) references digest (town, id);
update digest_line l set carried_into = d.carried_into
  from digest d where d.town = l.town and d.id = l.digest and d.carried_into is not null;

-- With the column goes its index; few mails are given up before DATA.
alter table digest drop column carried_into;
create index digest_to_carry on digest (town, day) where state = 'given-up' and address is null;

grant update (carried_into) on digest_line to traguardo_app;
