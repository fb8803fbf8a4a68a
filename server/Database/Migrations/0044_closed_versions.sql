-- What was approved and stands no more, one view a collection with the columns of those in `published`: a list as of another moment is
-- read from both, each in its order from its own indexes, for through the union in `history` PostgreSQL carries no order.
create schema closed;
create schema test_closed;
grant usage on schema closed, test_closed to spatialplan_public;
drop schema if exists test_collections cascade;
