-- What a draft proposes: another content and place, or that its feature shall not stand any more.
alter table plan.draft add column action text collate "C" not null default 'change' check (action in ('change', 'withdraw'));
alter table plan.draft add constraint withdrawal_of_what_stands check (action = 'change' or based_on is not null);
