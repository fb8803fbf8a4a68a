-- What is older than a day goes with each request of its actor (review.begin_request), who may have asked ten thousand times since.
create index answered_at on plan.answered (actor, at);
