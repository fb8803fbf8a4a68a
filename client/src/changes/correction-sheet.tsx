import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { NeedsRole } from "../account/needs-role.tsx";
import type { PlanFeature, Problem } from "../api/types.ts";
import { hasRole } from "../catalogue.ts";
import { IconButton } from "../controls/icon-button.tsx";
import { usePanelFocus } from "../controls/panel-focus.ts";
import { featuresIn } from "../features/features-in.ts";
import { findFeature } from "../features/plan.ts";
import { featureName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { notify } from "../notices/notices.ts";
import { changedOf, fieldsOf, asText as textOf } from "./fields.ts";
import { Faults } from "./parts/faults.tsx";
import { FieldInput } from "./parts/field-input.tsx";
import { type Place, PlaceInput } from "./parts/place-input.tsx";
import { dropSet, submitSet, type WrittenSet } from "./submit.ts";
import { correcting } from "./view.ts";
import "./parts/words.ts";
import "./changes.css";

/** Asked for with a place; the others stand folded below. */
const OF_THE_PLACE = ["placement", "accuracy_m", "source", "placement_reason_zh", "placement_reason_en", "placed_by"];

const OF_A_NEW_PLACE = ["placement", "placement_reason_zh", "placement_reason_en"];

const close = () => {
  correcting.value = null;
};

/** Corrects a feature, or gives it its place: a change set of one, submitted for review. It leaves the map free to be pressed. */
export function CorrectionSheet() {
  const chosen = correcting.value;
  return chosen ? <Sheet key={`${chosen.collection}/${chosen.code}`} {...chosen} /> : null;
}

function Sheet({ collection, code }: { collection: string; code: string }) {
  const heading = usePanelFocus("correction");
  // what is corrected stays as it was opened, whatever comes meanwhile: the server says when it is stale
  const feature = useSignal(findFeature(collection, code) ?? null);
  useEffect(() => {
    if (!feature.peek())
      void featuresIn(collection)
        .want(code)
        .then((found) => {
          feature.value = found;
        });
  }, []);
  return (
    <section
      class="change-sheet surface"
      aria-label={t("changes.correct")}
      data-map-obstacle
      data-panel
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {t("changes.correct")} · {feature.value ? featureName(feature.value) : code}
        </h2>
        <IconButton icon="close" name={t("dialog.close")} size={16} onClick={close} />
      </header>
      <div class="panel-scroll">
        {feature.value && (
          <NeedsRole name="staff">
            {() => feature.value && <Correction collection={collection} feature={feature.value} />}
          </NeedsRole>
        )}
      </div>
    </section>
  );
}

function Correction({ collection, feature }: { collection: string; feature: PlanFeature }) {
  const before = feature.properties as unknown as Readonly<Record<string, unknown>>;
  const fields = fieldsOf(collection);
  const texts = useSignal<Readonly<Record<string, string>>>({});
  const place = useSignal<Place | null>(null);
  const wrong = useSignal<readonly string[]>([]);
  const problem = useSignal<Problem | null>(null);
  const isSending = useSignal(false);
  const written = useSignal<WrittenSet | null>(null);
  useEffect(() => () => void dropSet(written.peek()), []);
  const isPoint = feature.geometry === null ? !hasRole(collection, "site") : feature.geometry.type === "Point";

  // why it had no place is no reason for the one it is given
  const isNewlyPlaced = place.value !== null && feature.geometry === null;

  const input = (field: (typeof fields)[number]) => {
    const { name } = field.property;
    const shared = name === "placed_by" ? place.value?.sharedWith : undefined;
    return (
      <FieldInput
        key={name}
        field={field}
        value={
          texts.value[name] ??
          shared ??
          (isNewlyPlaced && OF_A_NEW_PLACE.includes(name) ? "" : textOf(field, before[name]))
        }
        wrong={wrong.value.includes(name)}
        change={(text) => {
          texts.value = { ...texts.value, [name]: text };
        }}
      />
    );
  };
  const send = async (basis: string) => {
    const given = { ...(place.value?.sharedWith ? { placed_by: place.value.sharedWith } : {}), ...texts.value };
    const { changes, wrong: unread } = changedOf(fields, before, given);
    wrong.value = unread;
    if (unread.length > 0) return;
    isSending.value = true;
    problem.value = null;
    const submitted = await submitSet(
      {
        title: t("changes.title_of", { name: featureName(feature) }),
        basis,
        features: [
          {
            collection,
            code: feature.properties.code,
            based_on: before.version as number,
            properties: changes,
            ...(place.value ? { geometry: { type: "Point", coordinates: [place.value.lon, place.value.lat] } } : {}),
          },
        ],
      },
      written,
    );
    isSending.value = false;
    if (!submitted.ok) {
      problem.value = submitted.problem;
      return;
    }
    written.value = null;
    notify("changes.submitted");
    close();
  };
  return (
    <form
      class="change-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send(String(new FormData(event.currentTarget).get("basis")));
      }}
    >
      {isPoint && <PlaceInput place={place} />}
      {fields.filter(({ property }) => OF_THE_PLACE.includes(property.name)).map(input)}
      <details>
        <summary>{t("changes.attributes")}</summary>
        {fields.filter(({ property }) => !OF_THE_PLACE.includes(property.name)).map(input)}
      </details>
      <label>
        <span>{t("changes.basis")} *</span>
        <input name="basis" required maxLength={500} />
      </label>
      {problem.value && <Faults problem={problem.value} />}
      <button type="submit" class="button button-primary" disabled={isSending.value}>
        {t("changes.submit")}
      </button>
    </form>
  );
}
