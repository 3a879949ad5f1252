-- A sector may leave an objective that others keep: what it weighed there stays in the versions of the plan.
grant delete on sector_weight to traguardo_app;

-- What the closing of its year left open: it comes back when the year is opened again.
alter table obligation add column closed_with_year boolean not null default false;
