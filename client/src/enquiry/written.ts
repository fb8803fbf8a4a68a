import { language } from "../language/view.ts";
import { compared, missingFacts } from "../parks/compared.ts";
import { facts } from "../parks/criteria.ts";
import { openQuestions } from "../parks/questions.ts";
import { chosen } from "../parks/view.ts";
import type { Enquiry } from "./requests.ts";

/** As much of a link as the server takes; a longer one is left out, the parks are there all the same. */
const LONGEST_LINK = 4000;

/** Codes of what the plan leaves open for the parks that are chosen. */
export const questionsNow = (): string[] =>
  openQuestions(
    facts.map(({ code }) => code),
    new Map(compared.value.map((park) => [park.code, missingFacts(park)])),
  ).map(({ fact }) => fact);

/** The view without the form, as who answers opens it; notes of one's own are not for them. */
function shortlist(search: string): string {
  const query = search
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part !== "" && !/^(?:enquiry|notes)=/.test(part))
    .join("&");
  return query === "" || query.length >= LONGEST_LINK ? "" : `?${query}`;
}

/** What the form says, with the shortlist; `openMs` for how long it was open. */
export function written(form: FormData, openMs: number, search = location.search): Enquiry {
  const text = (name: string) => String(form.get(name) ?? "");
  return {
    name: text("name"),
    contact: text("contact"),
    organisation: text("organisation"),
    message: text("message"),
    website: text("website"),
    consent: form.get("consent") !== null,
    language: language.value,
    parks: [...chosen.value],
    questions: form.get("questions") === null ? [] : questionsNow(),
    shortlist: shortlist(search),
    filled_in_ms: Math.round(openMs),
  };
}
