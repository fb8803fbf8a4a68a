-- Change sets are listed by their author or their state, the newest first.
create index change_set_of_author on plan.change_set (author, id);
create index change_set_in_state on plan.change_set (state, id);
drop index plan.change_set_of_state;

-- These have other parameters, or another name, from now on (Functions/change_reading.sql, change_action.sql, review.sql,
-- point_change.sql).
drop function if exists review.change_sets(text, text[], text, bigint, integer);
drop function if exists plan.feature_as_json(text, text, integer);
drop function if exists plan.standing_version(text, text);
drop function if exists plan.submit_features(text, jsonb, timestamptz);
drop function if exists plan.point_facts(jsonb, geometry, geometry);
