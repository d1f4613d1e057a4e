-- Grafana reads, and only reads, what it was given.
do $$ begin
  if not exists (select from pg_roles where rolname = 'grafana_reader') then
    create role grafana_reader login password 'grafana_reader';
  end if;
end $$;
grant usage on schema erp, crm, hris to grafana_reader;
grant select on all tables in schema erp, crm, hris to grafana_reader;
alter role grafana_reader set default_transaction_read_only = on;
alter role grafana_reader set statement_timeout = '60s';
