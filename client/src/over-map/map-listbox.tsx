import { useSignal, useSignalEffect } from "@preact/signals";
import { FeatureSwatch } from "../controls/swatch.tsx";
import { findFeature, PARKS } from "../features/plan.ts";
import { formatNumber } from "../language/format.ts";
import { collectionTitle, featureName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { openFeature } from "../selection/select.ts";
import { isSame } from "../selection/selection.ts";
import { hovered, selection } from "../selection/view.ts";
import { bubbles } from "../unplaced/bubbles.ts";
import { openUnplacedAt } from "../unplaced/open.ts";
import { inView, moreInView } from "../viewport/map-link.ts";
import "./map-listbox.css";

type Option = (typeof inView.value)[number] & { bubble?: string };

function choose({ collection, code, bubble }: Option): void {
  if (bubble) openUnplacedAt(code);
  else openFeature(collection, code, true);
}

/** The map for those who do not point: what is in view, most important first, in step with the drawing. */
export function MapListbox() {
  const active = useSignal(0);
  const focused = useSignal(false);
  useSignalEffect(() => {
    const last = Math.max(0, inView.value.length + bubbles.value.size - 1);
    if (active.value > last) active.value = last;
  });
  // the bubble of a park comes after the park itself
  const options = inView.value.flatMap((ref): Option[] => {
    const bubble = ref.collection === PARKS ? bubbles.value.get(ref.code) : undefined;
    return bubble ? [ref, { ...ref, bubble: bubble.text }] : [ref];
  });
  const pointAt = (index: number) => {
    active.value = index;
    const ref = options[index];
    hovered.value = ref ? { kind: "feature", collection: ref.collection, code: ref.code } : { kind: "none" };
    document.getElementById(`in-view-${index}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = options.length;
    const to = { ArrowDown: active.value + 1, ArrowUp: active.value - 1, Home: 0, End: count - 1 }[event.key];
    if (to !== undefined) pointAt(Math.max(0, Math.min(count - 1, to)));
    else if (event.key === "Enter" || event.key === " ") {
      const option = options[active.value];
      if (option) choose(option);
    } else if (event.key === "Escape") document.getElementById("map")?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section class="map-listbox surface" aria-label={t("map.listbox_title")} data-focused={focused.value}>
      <p class="section-head">
        <span>{t("map.in_view", { count: inView.value.length })}</span>
        {moreInView.value > 0 && (
          <span>{t("map.more_in_view", { count: formatNumber(moreInView.value, language.value) })}</span>
        )}
      </p>
      <div
        role="listbox"
        tabIndex={0}
        aria-label={t("map.listbox")}
        aria-activedescendant={focused.value && options.length > 0 ? `in-view-${active.value}` : undefined}
        onKeyDown={onKeyDown}
        onFocus={() => {
          focused.value = true;
          pointAt(active.value);
        }}
        onBlur={() => {
          focused.value = false;
          hovered.value = { kind: "none" };
        }}
      >
        {focused.value &&
          options.map((option, index) => {
            const { collection, code, feature: seen, bubble } = option;
            const feature = findFeature(collection, code) ?? seen;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the list, which keeps the focus
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list (aria-activedescendant)
              <div
                key={`${collection} ${code} ${bubble ?? ""}`}
                id={`in-view-${index}`}
                role="option"
                aria-selected={!bubble && isSame(selection.value, collection, code)}
                data-active={index === active.value}
                class="map-option"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {feature && <FeatureSwatch collection={collection} feature={feature} />}
                <span>{feature ? featureName(feature) : code}</span>
                <small>{bubble ?? collectionTitle(collection)}</small>
              </div>
            );
          })}
      </div>
    </section>
  );
}
