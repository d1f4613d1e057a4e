-- Operational systems of the demo company "Aurelia Outdoor": ERP, CRM and HRIS in one database.
-- Run in order by compose and by the preview; nothing here knows about scorecards.
create schema erp;
create schema crm;
create schema hris;
create schema demo;

create table erp.countries (
  code text primary key,
  name text not null,
  region text not null,
  size numeric not null,       -- relative demand
  growth numeric not null,     -- per year
  opened date
);
create table erp.products (
  product_id int primary key,
  name text not null,
  line text not null,
  list_price numeric(10, 2) not null,
  unit_cost numeric(10, 2) not null,
  launched date not null
);
create table erp.orders (
  order_id bigint primary key,
  country text not null references erp.countries (code),
  customer_id bigint not null,
  ordered_at timestamptz not null
);
create table erp.order_lines (
  order_id bigint not null references erp.orders (order_id),
  line_no int not null,
  product_id int not null references erp.products (product_id),
  quantity int not null,
  unit_price numeric(10, 2) not null,
  discount numeric(4, 3) not null,
  unit_cost numeric(10, 2) not null,
  primary key (order_id, line_no)
);
create table erp.deliveries (
  order_id bigint primary key references erp.orders (order_id),
  promised_on date not null,
  delivered_on date not null
);
create table erp.returns (
  order_id bigint primary key references erp.orders (order_id),
  returned_on date not null,
  reason text not null
);
create table erp.invoices (
  order_id bigint primary key references erp.orders (order_id),
  amount numeric(12, 2) not null,
  invoiced_on date not null,
  posted_at timestamptz not null,   -- when the ledger learned of it
  due_on date not null,
  paid_on date
);
create table erp.costs (
  country text not null references erp.countries (code),
  month date not null,
  cost_type text not null,
  amount numeric(12, 2) not null,
  primary key (country, month, cost_type)
);
create table erp.budgets (
  region text not null,
  month date not null,
  revenue numeric(12, 2) not null,
  primary key (region, month)
);
create table crm.customers (
  customer_id bigint primary key,
  country text not null references erp.countries (code),
  since date not null
);
create table crm.tickets (
  ticket_id bigint primary key,
  country text not null references erp.countries (code),
  opened_at timestamptz not null,
  first_response_at timestamptz,
  complaint boolean not null
);
create table crm.surveys (
  survey_id bigint primary key,
  country text not null references erp.countries (code),
  answered_on date not null,
  recommend int not null check (recommend between 0 and 10)
);
create table hris.employees (
  employee_id bigint primary key,
  country text not null references erp.countries (code),
  job text not null,
  hired_on date not null,
  left_on date
);
create table hris.trainings (
  employee_id bigint not null references hris.employees (employee_id),
  held_on date not null,
  course text not null,
  hours numeric(5, 1) not null,
  primary key (employee_id, held_on, course)
);
create table hris.engagement (
  country text not null references erp.countries (code),
  quarter date not null,
  score numeric(5, 1) not null,
  answers int not null,
  primary key (country, quarter)
);

create index on erp.orders (ordered_at);
create index on erp.deliveries (delivered_on);
create index on erp.returns (returned_on);
create index on erp.invoices (invoiced_on);
create index on crm.tickets (opened_at);
create index on crm.surveys (answered_on);
create index on hris.trainings (held_on);
