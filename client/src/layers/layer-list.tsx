import { useSignal } from "@preact/signals";
import { lazyPart } from "../api/lazy-part.ts";
import { type CollectionDefinition, collectionDefinitions, definitionOf, layerGroups } from "../catalogue.ts";
import { IconButton } from "../controls/icon-button.tsx";
import type { IconName } from "../controls/icons.tsx";
import { featuresIn } from "../features/features-in.ts";
import { isFiltered } from "../features/plan.ts";
import { filter } from "../filter/view.ts";
import { inLanguage } from "../language/names.ts";
import { t } from "../language/t.ts";
import { groupVisibility, setGroupVisible } from "./layers.ts";
import { LayerRow } from "./parts/layer-row.tsx";
import { layers } from "./view.ts";
import "./layer-list.css";

const orderPart = lazyPart(() => import("./parts/layer-order.tsx"));

const legend = [...collectionDefinitions].sort((a, b) => (a.legend_order ?? a.order) - (b.legend_order ?? b.order));
const eyes: Record<"on" | "off" | "partly", IconName> = { on: "eye", off: "eyeOff", partly: "eyeHalf" };

/** Legend, layer list and switches in one: nothing to keep in step. What stands between the first group and the rest is given. */
export function LayerList({ children }: { children?: preact.ComponentChildren }) {
  const arranging = useSignal<Awaited<ReturnType<typeof orderPart>> | null>(null);
  const Arranging = arranging.value?.LayerOrder;
  if (Arranging)
    return (
      <Arranging
        close={() => {
          arranging.value = null;
        }}
      />
    );
  return (
    <>
      {layerGroups.map((group, index) => (
        <>
          <LayerGroup
            title={inLanguage(group)}
            members={legend.filter((definition) => definition.group === group.code)}
            extra={
              index === 0 && (
                <IconButton
                  icon="order"
                  name={t("layers.arrange")}
                  size={16}
                  small
                  onClick={() => {
                    void orderPart().then((part) => {
                      arranging.value = part;
                    });
                  }}
                />
              )
            }
          />
          {index === 0 && children}
        </>
      ))}
      <UnfilteredNote />
    </>
  );
}

type GroupProps = { title: string; members: readonly CollectionDefinition[]; extra: preact.ComponentChildren };

function LayerGroup({ title, members, extra }: GroupProps) {
  const ids = members.map((definition) => definition.id);
  const shown = groupVisibility(layers.value, ids);
  return (
    <section class="layer-group" aria-label={title}>
      <div class="section-head layer-group-head">
        <h2>{title}</h2>
        <span class="layer-group-tools">
          {extra}
          <IconButton
            icon={eyes[shown]}
            name={t("layers.group_switch", { name: title })}
            size={16}
            small
            aria-pressed={shown === "partly" ? "mixed" : shown === "on"}
            onClick={() => setGroupVisible(ids, shown !== "on")}
          />
        </span>
      </div>
      <ul>
        {members.map((definition) => (
          <LayerRow key={definition.id} definition={definition} features={featuresIn(definition.id).whole()} />
        ))}
      </ul>
    </section>
  );
}

/** A layer without a chain cannot be filtered by chain: it stays, and that is said. */
function UnfilteredNote() {
  if (!isFiltered.value || filter.value.industry_chain.length === 0) return null;
  const names = legend
    .filter(({ id }) => featuresIn(id).hasSome() && definitionOf(id)?.chain_property === undefined)
    .map((definition) => inLanguage(definition.title));
  return <p class="note layer-note">{t("layers.unfiltered", { names: names.join(t("list.separator")) })}</p>;
}
