import type {
  ChangePlaces,
  ChangeSet,
  ComparedChecks,
  Consultations,
  ContestedFindings,
  ContestTask,
  ContestTasks,
  Decisions,
  DepartmentWord,
  FindingAnswer,
  NewConsultation,
  NewReviewComment,
  ReviewComment,
  ReviewComments,
  Reviewers,
  ReviewQueue,
} from "../api/answers.ts";
import { address, get, send } from "../api/request.ts";
import { once, tagOfSet } from "../changes/requests.ts";

/** What is asked for is left out where it is empty. */
export const listQueue = (asked: Readonly<Record<string, string>>) =>
  get<ReviewQueue>(
    `api/review-queue?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ""))}`,
  );

/** Where all features of a set were and shall be, in one answer. */
export const listPlaces = (set: number) => get<ChangePlaces>(`api/change-sets/${set}/places`);

export const listDecisions = (set: number) => get<Decisions>(`api/change-sets/${set}/decisions`);

/** The checks as they were frozen and as they are now, of the sites that follow a position in the set. */
export const listChecks = (set: number, after: number, limit = CHECKS_LISTED) =>
  get<ComparedChecks>(`api/change-sets/${set}/checks?after=${after}&limit=${limit}&omit=where,now.findings`);
/** Each is checked again while the reviewer waits. */
export const CHECKS_LISTED = 20;
/** The few that somebody sees when the desk opens. */
export const listFirstChecks = (set: number) => listChecks(set, 0, 5);

/** A page of the server, to be read and printed. */
export const addressOfSheet = (decision: number, language: string) =>
  address(`api/decisions/${decision}/sheet?lang=${language}`).href;

export const listContestedFindings = (set: number) =>
  get<ContestedFindings>(`api/change-sets/${set}/contested-findings`);

export const answerFinding = (set: number, answer: FindingAnswer, key: string) =>
  send<ContestedFindings>("POST", `api/change-sets/${set}/contested-findings/answer`, answer, once(key));

export const listConsultations = (set: number) => get<Consultations>(`api/change-sets/${set}/consultations`);

export const consult = (set: number, asked: NewConsultation, key: string) =>
  send<Consultations>("POST", `api/change-sets/${set}/consultations`, asked, once(key));

export const giveWord = (set: number, consultation: number, word: DepartmentWord, key: string) =>
  send<Consultations>("POST", `api/change-sets/${set}/consultations/${consultation}/answer`, word, once(key));

export const takeBack = (set: number, consultation: number, reason: string, key: string) =>
  send<Consultations>("POST", `api/change-sets/${set}/consultations/${consultation}/take-back`, { reason }, once(key));

export const listContests = () => get<ContestTasks>("api/review-queue/contests");

export const answerContest = (reference: string, outcome: "accepted" | "refused", answer: string) =>
  send<ContestTask>(
    "POST",
    `api/contests/${encodeURIComponent(reference)}/answer`,
    { outcome, answer },
    once(`contest-${reference}-${outcome}`),
  );

/** Approves all but what is excluded, which goes back to its author; the reasons by code. */
export const approveBut = (
  set: Pick<ChangeSet, "id" | "version">,
  comment: string,
  excluded: Readonly<Record<string, string>>,
) =>
  send<ChangeSet>(
    "POST",
    `api/change-sets/${set.id}/approve`,
    {
      ...(comment !== "" && { comment }),
      exclude: Object.entries(excluded).map(([code, reason]) => ({ code, reason: reason.trim() })),
    },
    { "if-match": tagOfSet(set), ...once(crypto.randomUUID()) },
  );

export const listReviewers = () => get<Reviewers>("api/reviewers");

export const claim = (
  set: Pick<ChangeSet, "id" | "version">,
  action: "claim" | "release" | "assign",
  account?: string,
) =>
  send<ChangeSet>("POST", `api/change-sets/${set.id}/${action}`, account ? { account } : {}, {
    "if-match": tagOfSet(set),
    ...once(`${action}-${set.id}-${set.version}-${account ?? ""}`),
  });

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
