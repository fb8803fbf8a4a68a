import type { Statement } from "../../api/types.ts";
import { memberInLanguage } from "../../language/names.ts";
import { Fact } from "./fact.tsx";
import { FeatureLink } from "./feature-link.tsx";

/** What the plan gives a thing to be or to do, in the words of the package, with the features it speaks of. */
export function Statements({ label, statements }: { label: string; statements: readonly Statement[] }) {
  return (
    <Fact label={label} citations={statements.map(({ paragraph }) => ({ paragraph, rule: null, basis: "stated" }))}>
      <ul class="statements">
        {statements.map((statement) => (
          <li key={statement.what_zh}>
            {memberInLanguage(statement, "what")}
            {statement.features.map((code) => (
              <span key={code}>
                {" · "}
                <FeatureLink code={code} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Fact>
  );
}
