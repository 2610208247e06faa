-- What lasts longer than the day on which it occurred lasts up to, and without, to_day.
alter table app.stream_facts drop constraint stream_facts_ends_on;
alter table app.stream_facts alter column ends_on type date using ends_on + 1;
alter table app.stream_facts rename column ends_on to to_day;
alter table app.stream_facts add constraint stream_facts_to_day check (occurred_on < to_day);
