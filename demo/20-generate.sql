-- Fills the demo company with three years up to today. Every figure is a function of its key and of the seed below, so a day
-- that was generated once comes out the same whenever the script runs again.
create function demo.seed() returns text language sql immutable as $$ select 'aurelia-1' $$;
set timezone to 'Europe/Berlin';

-- A number in [0, 1) that depends on the key alone.
create function demo.rnd(key text) returns float8 language sql immutable as $$
  select ('x' || substr(md5(demo.seed() || ':' || key), 1, 8))::bit(32)::bigint / 4294967296.0::float8
$$;

-- Roughly normal, mean 0, standard deviation 1.
create function demo.noise(key text) returns float8 language sql immutable as $$
  select (demo.rnd(key || 'a') + demo.rnd(key || 'b') + demo.rnd(key || 'c') + demo.rnd(key || 'd') - 2) * 1.732
$$;

create function demo.first_day() returns date language sql stable as $$
  select (date_trunc('month', current_date) - interval '36 months')::date
$$;

-- Material prices jump for five months, and a carrier's strike slows deliveries for two: both lie in the past year and a half.
create function demo.price_shock(d date) returns float8 language sql stable as $$
  select case when d >= date_trunc('month', current_date) - interval '15 months'
               and d < date_trunc('month', current_date) - interval '10 months' then 0.16
              when d >= date_trunc('month', current_date) - interval '10 months' then 0.05 else 0 end
$$;
create function demo.strike(c text, d date) returns boolean language sql stable as $$
  select c in ('fr', 'be', 'nl') and d >= date_trunc('month', current_date) - interval '4 months'
     and d < date_trunc('month', current_date) - interval '2 months'
$$;

-- A competitor goes under: its customers come in the last two full months, the second one more than the first, and neither
-- warehouse nor service keeps up. It makes the volatile quarter that reviews should answer.
create function demo.surge(d date) returns float8 language sql stable as $$
  select case when d >= date_trunc('month', current_date) - interval '1 month' then 1.0
              when d >= date_trunc('month', current_date) - interval '2 months' then 0.7 else 0 end
$$;

-- Outdoor gear sells in early summer and before Christmas.
create function demo.season(d date) returns float8 language sql immutable as $$
  select (array[0.72, 0.74, 0.90, 1.06, 1.28, 1.34, 1.18, 0.96, 0.86, 0.84, 1.10, 1.22])[extract(month from d)::int]
$$;

insert into erp.countries values
  ('se', 'Sweden',      'north',   1.00, 0.07, null),
  ('no', 'Norway',      'north',   0.70, 0.10, null),
  ('fi', 'Finland',     'north',   0.55, 0.04, null),
  ('de', 'Germany',     'central', 1.90, 0.05, null),
  ('at', 'Austria',     'central', 0.80, 0.08, null),
  ('ch', 'Switzerland', 'central', 0.95, 0.06, null),
  ('fr', 'France',      'west',    1.40, 0.09, null),
  ('be', 'Belgium',     'west',    0.50, 0.02, null),
  ('nl', 'Netherlands', 'west',    0.75, 0.05, null),
  ('es', 'Spain',       'south',   0.85, 0.14, null),
  ('it', 'Italy',       'south',   1.10, -0.03, null);

insert into erp.products
select i,
       (array['Fjell', 'Alba', 'Corso', 'Nordlicht', 'Serra', 'Vento'])[1 + i % 6] || ' '
         || (array['tent', 'pack', 'jacket', 'stove', 'boot'])[1 + i % 5] || ' ' || i,
       (array['shelter', 'packs', 'apparel', 'cooking', 'footwear'])[1 + i % 5],
       round((40 + 260 * demo.rnd('price' || i))::numeric, 2),
       round(((40 + 260 * demo.rnd('price' || i)) * (0.48 + 0.10 * demo.rnd('cost' || i)))::numeric, 2),
       case when i <= 36 then demo.first_day() - 400 - i * 10
            else (demo.first_day() + ((i - 36) * 44))::date end
from generate_series(1, 60) i;

insert into erp.orders
select row_number() over (order by d, c.code, k),
       c.code,
       -- Customers come back: the pool of a country grows over time.
       ascii(substr(c.code, 1, 1)) * 10000000 + ascii(substr(c.code, 2, 1)) * 100000
         + floor(power(demo.rnd('cust' || c.code || d || '-' || k), 1.3) * (220 + 60 * c.size + (d - demo.first_day()) * 0.28 * c.size))::int,
       d + make_interval(mins => (480 + 720 * demo.rnd('min' || c.code || d || '-' || k))::int)
from erp.countries c
cross join generate_series(demo.first_day(), current_date, interval '1 day') as g (day)
cross join lateral (select day::date as d) x
cross join lateral generate_series(1, greatest(0, round(
    5.2 * c.size * demo.season(d) * power(1 + c.growth::float8, (d - demo.first_day()) / 365.25)
    * case when extract(isodow from d) >= 6 then 0.7 else 1.1 end
    * (1 - 0.5 * demo.price_shock(d)) * (1 + 0.45 * demo.surge(d))
    * (1 + 0.22 * demo.noise('orders' || c.code || d))))::int) k;

insert into erp.order_lines
select o.order_id, n, p.product_id,
       1 + floor(2.2 * demo.rnd('q' || o.order_id || n))::int,
       round((p.list_price * (1 + 0.35 * demo.price_shock(o.ordered_at::date)))::numeric, 2),
       round((case when demo.rnd('disc' || o.order_id || n) < 0.28 + case when o.country = 'it' then 0.18 else 0 end
                   then 0.05 + 0.20 * demo.rnd('dd' || o.order_id || n) else 0 end)::numeric, 3),
       round((p.unit_cost * (1 + demo.price_shock(o.ordered_at::date)))::numeric, 2)
from erp.orders o
cross join lateral generate_series(1, 1 + floor(2.6 * demo.rnd('lines' || o.order_id))::int) n
cross join lateral (
  select count(*) as launched from erp.products where launched <= o.ordered_at::date
) l
join erp.products p
  on p.product_id = 1 + floor(l.launched * demo.rnd('prod' || o.order_id || n))::int;

insert into erp.deliveries
select order_id, d + 5,
       d + greatest(1, round(3.1 + case country when 'it' then 0.9 when 'fi' then 0.6 else 0 end
             + case when demo.strike(country, d) then 3.4 else 0 end
             + 2.6 * demo.surge(d)
             + 0.5 * greatest(0, demo.season(d) - 1.15) * 4
             + 1.35 * demo.noise('del' || order_id)))::int
from (select order_id, country, ordered_at::date as d from erp.orders) o
where d + 9 <= current_date;

insert into erp.returns
select o.order_id, d.delivered_on + 3 + floor(18 * demo.rnd('rd' || o.order_id))::int,
       (array['size', 'defect', 'late', 'changed mind'])[1 + floor(4 * demo.rnd('rr' || o.order_id))::int]
from erp.orders o join erp.deliveries d using (order_id)
where demo.rnd('ret' || o.order_id) < 0.055 + 0.035 * demo.surge(o.ordered_at::date) + case when d.delivered_on > d.promised_on then 0.05 else 0 end
  and d.delivered_on + 21 <= current_date;

-- Italy's ledger learns of its invoices eight to twenty days late.
insert into erp.invoices
select o.order_id, l.amount, o.d + 1,
       (o.d + 1 + case when o.country = 'it' then 8 + floor(12 * demo.rnd('late' || o.order_id))::int else 0 end)::timestamptz,
       o.d + 31,
       case when o.d + 31 + delay <= current_date then o.d + 31 + delay end
from (select order_id, country, ordered_at::date as d,
             round(-8 + 14 * demo.noise('pay' || order_id) + case when country in ('es', 'it') then 16 else 0 end)::int as delay
      from erp.orders) o
join (select order_id, sum(quantity * unit_price * (1 - discount)) as amount from erp.order_lines group by 1) l using (order_id);

insert into erp.costs
select c.code, m::date, t.cost_type,
       round((t.base * c.size * power(1.035, (m::date - demo.first_day()) / 365.25)
              * (1 + 0.05 * demo.noise('cost' || c.code || m::date || t.cost_type))
              * case when t.cost_type = 'energy' then 1 + 2.2 * demo.price_shock(m::date) else 1 end)::numeric, 2)
from erp.countries c
cross join generate_series(demo.first_day(), date_trunc('month', current_date), interval '1 month') m
cross join (values ('personnel', 9200.0), ('marketing', 3100.0), ('logistics', 4300.0), ('energy', 1200.0), ('rent', 2100.0))
  t (cost_type, base);

insert into crm.customers
select customer_id, min(country), min(ordered_at)::date from erp.orders group by 1;

insert into crm.tickets
select row_number() over (order by o.order_id, n),
       o.country, o.ordered_at + make_interval(days => 2, hours => (24 * demo.rnd('th' || o.order_id || n))::int),
       o.ordered_at + make_interval(days => 2, hours => (24 * demo.rnd('th' || o.order_id || n))::int)
         + make_interval(mins => (60 * greatest(0.3, 5.5 + case when o.country in ('es', 'it') then 3.0 else 0 end
             - 2.4 * least(1, (o.ordered_at::date - demo.first_day()) / 900.0)
             + 3.2 * demo.surge(o.ordered_at::date)
             + 2.2 * demo.noise('fr' || o.order_id || n)))::int),
       demo.rnd('compl' || o.order_id || n) < 0.30 + 0.12 * demo.surge(o.ordered_at::date)
from erp.orders o
left join erp.deliveries d using (order_id)
cross join generate_series(1, 1) n
where demo.rnd('tick' || o.order_id) < 0.11 + case when d.delivered_on > d.promised_on then 0.22 else 0 end
  and o.ordered_at + interval '3 days' < now();

insert into crm.surveys
select row_number() over (order by o.order_id), o.country, d.delivered_on + 4,
       greatest(0, least(10, round(8.3 - case when d.delivered_on > d.promised_on then 2.1 else 0 end
         + case when o.country in ('no', 'at') then 0.4 else 0 end + 1.6 * demo.noise('nps' || o.order_id))))::int
from erp.orders o join erp.deliveries d using (order_id)
where demo.rnd('srv' || o.order_id) < 0.30 and d.delivered_on + 4 <= current_date;

insert into hris.employees
select row_number() over (order by c.code, i), c.code,
       (array['sales', 'service', 'logistics', 'product', 'finance'])[1 + i % 5],
       case when i <= 26 * c.size then demo.first_day() - 200 - (1500 * demo.rnd('h' || c.code || i))::int
            else demo.first_day() + (1080 * demo.rnd('h' || c.code || i))::int end,
       case when demo.rnd('leave' || c.code || i) < 0.34
            then demo.first_day() + 30 + (1060 * demo.rnd('l' || c.code || i))::int end
from erp.countries c cross join lateral generate_series(1, (38 * c.size)::int) i;
update hris.employees set left_on = null where left_on <= hired_on + 60 or left_on > current_date;

insert into hris.trainings
select e.employee_id, (m + make_interval(days => (24 * demo.rnd('td' || e.employee_id || m::date))::int))::date,
       (array['Product knowledge', 'Service recovery', 'Safety', 'Data literacy'])[1 + floor(4 * demo.rnd('tc' || e.employee_id || m::date))::int],
       2 + round((6 * demo.rnd('tn' || e.employee_id || m::date))::numeric, 1)
from hris.employees e
cross join generate_series(demo.first_day(), date_trunc('month', current_date), interval '1 month') m
where demo.rnd('tr' || e.employee_id || m::date) < 0.24 + 0.10 * (m::date - demo.first_day()) / 1095.0
  and e.hired_on <= m::date and coalesce(e.left_on, 'infinity') > (m + interval '1 month')::date
  and (m + make_interval(days => (24 * demo.rnd('td' || e.employee_id || m::date))::int))::date <= current_date;

insert into hris.engagement
select c.code, q::date,
       round((71 + 4 * demo.noise('engc' || c.code) + 2.2 * demo.noise('eng' || c.code || q::date)
              + 3.5 * (q::date - demo.first_day()) / 1095.0 - case when demo.strike(c.code, q::date + 45) then 6 else 0 end)::numeric, 1),
       12 + floor(20 * c.size * demo.rnd('enga' || c.code || q::date))::int
from erp.countries c
cross join generate_series(date_trunc('quarter', demo.first_day() + interval '2 months'), current_date - interval '3 months', interval '3 months') q;

-- The budget: what was planned before the year began, a little above the trend of the regions.
insert into erp.budgets
select c.region, m::date,
       round(sum(2420.0 * 30.4 * c.size * demo.season(m::date) * power(1.065, (m::date - demo.first_day()) / 365.25))::numeric, -3)
from erp.countries c
cross join generate_series(demo.first_day(), date_trunc('year', current_date) + interval '23 months', interval '1 month') m
group by 1, 2;

analyze;
