import type { Statement } from "../../api/types.ts";
import { language } from "../../language/view.ts";
import { Fact } from "./fact.tsx";
import { FeatureLink } from "./feature-link.tsx";

/** What the plan gives a thing to be or to do, in the words of the package, with the features it speaks of. */
export function Statements({ label, statements }: { label: string; statements: readonly Statement[] }) {
  return (
    <Fact label={label} citations={statements.map(({ paragraph }) => ({ paragraph, rule: null, basis: "stated" }))}>
      <ul class="statements">
        {statements.map(({ what_zh, what_en, features }) => (
          <li key={what_zh}>
            {language.value === "zh" ? what_zh : what_en}
            {features.map((code) => (
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
