-- The price of a click that visits were valued by is money: its currency is kept with it, since the price's own row may say another one later.
alter table app.keyword_visits rename column priced_at to cost_per_click;
alter table app.keyword_visits add column cost_per_click_currency text references app.currencies (code);

update app.keyword_visits as visits
set cost_per_click_currency = prices.currency
from app.keyword_prices as prices
where visits.cost_per_click is not null and prices.tenant_id = visits.tenant_id and prices.client_id = visits.client_id
  and prices.keyword = visits.keyword and prices.country = visits.country and prices.month = visits.month;

alter table app.keyword_visits
  add constraint keyword_visits_price check ((cost_per_click is null) = (cost_per_click_currency is null));
