import type { Output } from "../../api/types.ts";
import { formatValue } from "../../language/format.ts";
import { memberInLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { Fact, NotStated } from "./fact.tsx";

/** What the plan says a thing is to bring, each quantity with its place. */
export function Outputs({ outputs }: { outputs: readonly Output[] }) {
  return (
    <>
      {outputs.map((output, index) => (
        <Fact
          key={`${output.what_zh}-${index}`}
          label={memberInLanguage(output, "what")}
          citations={[
            {
              paragraph: output.paragraph,
              rule: null,
              basis: "stated",
              mark: { kind: "words", words: output.what_zh },
            },
          ]}
        >
          {output.quantity === null ? <NotStated /> : quantityOf(output, output.quantity)}
        </Fact>
      ))}
    </>
  );
}

/** The words of an output are Chinese and English, so its figures are written in one of these. */
export function quantityOf(output: Output, quantity: number): string {
  const lang = language.value === "zh" ? "zh" : "en";
  const word = lang === "zh" ? output.unit_zh : output.unit_en;
  const unit = output.unit_en.startsWith("CNY") ? output.unit_en.replace(" per ", "/") : "";
  const per = output.per ? t(output.per === "year" ? "facts.per_year" : "facts.per_other", { per: output.per }) : "";
  return `${formatValue(quantity, unit, word, lang)}${per}`;
}
