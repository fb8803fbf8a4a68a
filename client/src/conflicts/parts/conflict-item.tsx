import type { Conflict } from "../../api/answers.ts";
import { fieldsOf, valueWords } from "../../changes/fields.ts";
import { formatDate } from "../../language/format.ts";
import { collectionTitle, inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { type Choice, kindOf, openIn, takenOf } from "../choice.ts";
import { PlaceSides } from "./place-sides.tsx";
import { Sides } from "./sides.tsx";

type Props = {
  conflict: Conflict;
  choice: Choice;
  /** Null for who may only look. */
  change: ((choice: Choice) => void) | null;
};

const HOW = {
  changed: ["conflicts.how_merge", "conflicts.how_leave_out"],
  "theirs-withdrew": ["conflicts.how_restore", "conflicts.how_leave_gone"],
  "mine-withdraws": ["conflicts.how_withdraw", "conflicts.how_leave_out"],
} as const;

/** One feature that another has changed meanwhile: whose change stands, the three versions, and what becomes of it. */
export function ConflictItem({ conflict, choice, change }: Props) {
  const { position, collection, code, properties, geometry } = conflict;
  const kind = kindOf(conflict);
  const said = (conflict.mine ?? conflict.theirs ?? conflict.ancestor)?.properties;
  const name = String(said?.[language.value === "zh" ? "name_zh" : "name_en"] ?? code);
  const fields = fieldsOf(collection);
  return (
    <section class="conflict-item" aria-label={name} data-code={code}>
      <h4>
        {collectionTitle(collection)} · {name}
      </h4>
      <p class="note">
        {versionsOf(conflict)}
        <Origin origin={conflict.origin} />
      </p>
      {kind === "gone" && <p>{t("conflicts.gone")}</p>}
      {kind !== "gone" && change && (
        <fieldset class="conflict-how">
          <legend>{t("conflicts.how", { name })}</legend>
          {HOW[kind].map((key, at) => (
            <label key={key}>
              <input
                type="radio"
                name={`conflict-${position}-how`}
                checked={choice.leavesOut === (at === 1)}
                onChange={() => change({ ...choice, leavesOut: at === 1 })}
              />
              {t(key)}
            </label>
          ))}
        </fieldset>
      )}
      {kind === "changed" && !choice.leavesOut && (
        <>
          <p class="conflict-head" aria-hidden="true">
            <span>{t("conflicts.ancestor")}</span>
            <span>{t("conflicts.mine")}</span>
            <span>{t("conflicts.theirs")}</span>
          </p>
          {geometry && (
            <PlaceSides
              conflict={conflict}
              choice={choice}
              choose={change && ((chosen) => change({ ...choice, geometry: chosen }))}
            />
          )}
          {properties.map(({ property, change: by }) => {
            const field = fields.find((known) => known.property.name === property);
            const words = (state: Conflict["mine"]) =>
              field ? valueWords(field, state?.properties[property]) : String(state?.properties[property] ?? "");
            return (
              <Sides
                key={property}
                name={`conflict-${position}-${property}`}
                what={field ? inLanguage(field.property.title) : property}
                change={by}
                cells={{
                  ancestor: words(conflict.ancestor),
                  mine: words(conflict.mine),
                  theirs: words(conflict.theirs),
                }}
                taken={takenOf(by, choice.properties[property])}
                choose={
                  change && by === "both"
                    ? (side) => change({ ...choice, properties: { ...choice.properties, [property]: side } })
                    : null
                }
              />
            );
          })}
          {change && <p class="note">{openWords(openIn(conflict, choice))}</p>}
        </>
      )}
    </section>
  );
}

const openWords = (count: number): string => (count > 0 ? t("conflicts.open", { count }) : t("conflicts.none_open"));

function versionsOf({ based_on, stands }: Conflict): string {
  if (stands === null) return t("conflicts.versions_gone", { based_on: based_on ?? 0 });
  return based_on === null ? t("conflicts.versions_new", { stands }) : t("conflicts.versions", { based_on, stands });
}

/** Who has made what stands now, when, and by what. */
function Origin({ origin }: { origin: Conflict["origin"] }) {
  if (!origin) return null;
  const { recorded_by_name, approved_at, change_set, title, basis } = origin;
  const who = recorded_by_name ?? t("conflicts.process");
  return (
    <>
      {" · "}
      {t("conflicts.origin", { name: who, date: formatDate(approved_at, language.value) })}
      {change_set !== null &&
        ` · ${t("conflicts.origin_set", { number: change_set, title: title ?? "", basis: basis ?? "" })}`}
    </>
  );
}
