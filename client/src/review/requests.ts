import type { NewReviewComment, ReviewComment, ReviewComments } from "../api/answers.ts";
import { get, send } from "../api/request.ts";

/** What is said about a change set. With a key, so that sending it twice says it once. */
const once = (key: string) => ({ "idempotency-key": key });

export const listComments = (set: number) => get<ReviewComments>(`api/change-sets/${set}/comments`);

export const addComment = (set: number, comment: NewReviewComment, key: string) =>
  send<ReviewComment>("POST", `api/change-sets/${set}/comments`, comment, once(key));

export const addToComment = (
  { change_set, id }: Pick<ReviewComment, "change_set" | "id">,
  action: "answer" | "resolve" | "reopen",
  text: string,
  key: string,
) =>
  send<ReviewComment>(
    "POST",
    `api/change-sets/${change_set}/comments/${id}/${action}`,
    text === "" ? {} : { text },
    once(key),
  );
