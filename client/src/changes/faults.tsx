import type { Problem } from "../api/types.ts";
import { allProperties } from "../catalogue.ts";
import { inLanguage } from "../language/names.ts";
import { problemText } from "../language/problem-text.ts";
import { isKey, type Key, t } from "../language/t.ts";

type Fault = { code: string; fault: string; args: Record<string, unknown> };

/** Why something was refused; of a submission each fault of each feature. */
export function Faults({ problem }: { problem: Problem }) {
  const faults = (problem.args?.faults ?? []) as Fault[];
  return (
    <div role="alert" class="change-faults">
      <p>{refusalText(problem)}</p>
      <ul>
        {faults.map(({ code, fault, args }) => (
          <li key={`${code} ${fault} ${String(args.property ?? "")}`}>{wordsOf(fault, args)}</li>
        ))}
      </ul>
    </div>
  );
}

function wordsOf(fault: string, args: Record<string, unknown>): string {
  const key = `fault.${fault}`;
  const said = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      ["property", "attribute"].includes(name) ? titleOf(String(value)) : String(value ?? ""),
    ]),
  );
  return isKey(key) ? t(key as Key, said) : [fault, ...Object.values(said)].join(" · ");
}

/** A fault of what was sent has the words that it has of a feature; whatever it names is called as its field is. */
function refusalText({ code, args: given }: Problem): string {
  // a refusal that names nothing has none
  const args = given ?? {};
  if (!isKey(`problem.${code}`) && isKey(`fault.${code}`)) return wordsOf(code, args);
  const { property } = args;
  return problemText({ code, args: { ...args, ...(typeof property === "string" && { property: titleOf(property) }) } });
}

/** What a change set says of itself, by the words of its fields. */
const MEMBERS: Readonly<Record<string, Key>> = {
  title: "changes.bulk_title_of_set",
  basis: "changes.basis",
  comment: "changes.reason",
  contact: "site.contact",
};

/** A property as its field is called. */
function titleOf(property: string): string {
  const known = allProperties.find(({ name }) => name === property);
  const member = MEMBERS[property];
  return known ? inLanguage(known.title) : member ? t(member) : property;
}

/** By property, what is wrong with it: to stand beside its field. */
export const faultWords = (problem: Problem): Record<string, string> =>
  Object.fromEntries(
    ((problem.args?.faults ?? []) as Fault[]).flatMap(({ fault, args }) =>
      typeof args.property === "string" && args.property !== "" ? [[args.property, wordsOf(fault, args)]] : [],
    ),
  );
