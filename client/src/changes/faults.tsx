import type { Problem } from "../api/types.ts";
import { problemText } from "../language/problem-text.ts";
import { isKey, type Key, t } from "../language/t.ts";

type Fault = { code: string; fault: string; args: Record<string, unknown> };

/** Why something was refused; of a submission each fault of each feature. */
export function Faults({ problem }: { problem: Problem }) {
  const faults = (problem.args?.faults ?? []) as Fault[];
  return (
    <div role="alert" class="change-faults">
      <p>{problemText(problem)}</p>
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
  const said = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, String(value ?? "")]));
  return isKey(key) ? t(key as Key, said) : [fault, ...Object.values(said)].join(" · ");
}
