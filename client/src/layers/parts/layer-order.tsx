import { useSignal } from "@preact/signals";
import { definitionOf } from "../../catalogue.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { Icon } from "../../controls/icons.tsx";
import { usePanelFocus } from "../../controls/panel-focus.ts";
import { LayerSwatch } from "../../controls/swatch.tsx";
import { formatNumber } from "../../language/format.ts";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { moveLayer, setOpacity, setVisible } from "../layers.ts";
import { defaultLayers, type LayerState, layers } from "../view.ts";

/** Drawing order, topmost first, and opacity. Drag a row, or use its two buttons: no gesture is the only way. */
export function LayerOrder({ close }: { close: () => void }) {
  const dragged = useSignal<string | null>(null);
  const heading = usePanelFocus("layer-order");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  const topFirst = [...layers.value].reverse();
  const move = (id: string, position: number) => {
    layers.value = moveLayer(layers.value, id, position);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches Esc of the controls inside
    <div class="layer-order" data-panel onKeyDown={onKeyDown}>
      <div class="section-head">
        <h2 ref={heading} tabIndex={-1}>
          {t("layers.order_title")}
        </h2>
      </div>
      <p class="note">{t("layers.order_note")}</p>
      <ul>
        {topFirst.map((layer, fromTop) => {
          const position = layers.value.length - 1 - fromTop;
          return (
            <li
              key={layer.id}
              draggable
              data-dragged={dragged.value === layer.id}
              onDragStart={() => {
                dragged.value = layer.id;
              }}
              onDragEnd={() => {
                dragged.value = null;
              }}
              onDragOver={(event) => {
                event.preventDefault();
                if (dragged.value && dragged.value !== layer.id) move(dragged.value, position);
              }}
            >
              <OrderRow layer={layer} position={position} move={move} />
            </li>
          );
        })}
      </ul>
      <div class="layer-order-foot">
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            layers.value = defaultLayers;
          }}
        >
          <Icon name="reset" size={16} />
          {t("layers.reset")}
        </button>
        <button type="button" class="button" onClick={close}>
          {t("layers.order_done")}
        </button>
      </div>
    </div>
  );
}

type RowProps = { layer: LayerState; position: number; move: (id: string, position: number) => void };

function OrderRow({ layer, position, move }: RowProps) {
  const definition = definitionOf(layer.id);
  const name = definition ? inLanguage(definition.short) : layer.id;
  const percent = Math.round(layer.opacity * 100);
  return (
    <div class="layer-order-row" data-off={!layer.visible}>
      <Icon name="grip" size={14} />
      <LayerSwatch collection={layer.id} />
      <span class="layer-name">{name}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        value={percent}
        aria-label={t("layers.opacity", { name })}
        aria-valuetext={`${formatNumber(percent, language.value)}%`}
        onInput={(event) => setOpacity(layer.id, Number(event.currentTarget.value) / 100)}
      />
      <IconButton
        icon="up"
        name={t("layers.up", { name })}
        size={14}
        small
        disabled={position === layers.value.length - 1}
        onClick={() => move(layer.id, position + 1)}
      />
      <IconButton
        icon="down"
        name={t("layers.down", { name })}
        size={14}
        small
        disabled={position === 0}
        onClick={() => move(layer.id, position - 1)}
      />
      <IconButton
        icon={layer.visible ? "eye" : "eyeOff"}
        role="switch"
        aria-checked={layer.visible}
        name={t("layers.switch", { name })}
        size={16}
        small
        onClick={() => setVisible(layer.id, !layer.visible)}
      />
    </div>
  );
}
