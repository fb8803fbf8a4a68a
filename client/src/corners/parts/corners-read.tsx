import { areaTexts } from "../../drawing/area-text.ts";
import { canAdd, takeCandidate } from "../../drawing/candidate.ts";
import { partsOf } from "../../drawing/geometry.ts";
import { areaOf } from "../../drawing/measures.ts";
import { formatNumber } from "../../language/format.ts";
import { type Key, t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import type { CornerFault, Stated } from "../corner-text.ts";
import { MOST_CORNERS } from "../read-corners.ts";
import type { Offer, Placed, Reading } from "../readings.ts";
import { cornerCount, datumAccepted, found, isOtherDatum, isTooLong, read, reading, type } from "../typed.ts";

/** Lines that are named at most; the rest are counted. */
const MOST_NAMED = 5;

const count = (value: number) => formatNumber(value, language.value, 0);
const readingText = ({ system, order }: Reading): string =>
  t("corners.reading", { system: t(`corners.system_${system}` as Key), order: t(`corners.order_${order}` as Key) });
const linesText = (lines: readonly number[]): string => {
  const named = lines.slice(0, MOST_NAMED).join(t("corners.comma"));
  return lines.length > MOST_NAMED ? t("corners.lines_more", { lines: named, count: count(lines.length) }) : named;
};

/** What the text was read as, in words: before it is taken, with what else it may be, and what is no corner. */
export function CornersRead() {
  const { faults, aside, stated } = found.value;
  const now = read.value;
  if (isTooLong.value) return <p role="alert">{t("corners.too_long")}</p>;
  if (cornerCount.value === 0 && faults.length === 0) return null;
  return (
    <div class="corners-read" role="status">
      <StatedText stated={stated} />
      {faults.length > 0 && <Faults faults={faults} />}
      {cornerCount.value > MOST_CORNERS && (
        <p role="alert">{t("corners.too_many", { count: count(cornerCount.value), most: count(MOST_CORNERS) })}</p>
      )}
      {aside.length > 0 && <p class="note">{t("corners.aside", { lines: linesText(aside) })}</p>}
      {now?.kind === "placed" && <PlacedText placed={now} />}
      {now?.kind === "not-placed" && (
        <p role="alert">
          {t("corners.not_placed", { reading: readingText(reading.value) })}
          {now.offers.length === 0 &&
            now.lines.length > 0 &&
            ` ${t("corners.odd_lines", { lines: linesText(now.lines) })}`}
          {now.offers.length === 0 && now.lines.length === 0 && ` ${t("corners.nowhere")}`}
        </p>
      )}
      {now?.offers.map((offer) => (
        <OfferRow key={`${offer.reading.system} ${offer.reading.order}`} offer={offer} />
      ))}
      {now?.kind === "placed" && <Take />}
    </div>
  );
}

function PlacedText({ placed }: { placed: Placed }) {
  const parts = partsOf(placed.drawn);
  const holes = parts.reduce((sum, rings) => sum + rings.length - 1, 0);
  return (
    <>
      <p>
        {t("corners.read_as", { reading: readingText(reading.value) })}{" "}
        {t("corners.counts", { corners: count(cornerCount.value), parts: parts.length, holes })}{" "}
        <strong>{areaTexts(areaOf(placed.drawn), language.value).join(" · ")}</strong>
      </p>
      {placed.isFar && <p role="alert">{t("corners.far")}</p>}
    </>
  );
}

/** What an exchange file says of itself: its datum counts, its figures are there to be compared. */
function StatedText({ stated }: { stated: Stated }) {
  const said = [
    stated.datum && t(`corners.datum_${stated.datum}` as Key),
    stated.zone !== null && t("corners.zone", { zone: stated.zone }),
    stated.corners !== null && t("corners.stated_corners", { count: count(stated.corners) }),
    stated.area_ha !== null && t("corners.stated_area", { area: formatNumber(stated.area_ha, language.value, 4) }),
  ].filter(Boolean);
  return (
    <>
      {said.length > 0 && <p class="note">{t("corners.stated", { said: said.join(t("corners.comma")) })}</p>}
      {isOtherDatum.value && (
        <label class="corners-datum">
          <input
            type="checkbox"
            checked={datumAccepted.value}
            onChange={({ currentTarget }) => {
              datumAccepted.value = currentTarget.checked;
            }}
          />
          <span>{t("corners.datum_other")}</span>
        </label>
      )}
    </>
  );
}

function Faults({ faults }: { faults: readonly CornerFault[] }) {
  return (
    <div role="alert">
      <p>{t("corners.faults", { count: count(faults.length) })}</p>
      <ul>
        {faults.slice(0, MOST_NAMED).map(({ line, code, text }) => (
          <li key={line}>
            {t("corners.fault", { line, why: t(`corners.fault_${code}` as Key), text: text.trim().slice(0, 60) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Another reading: it is offered, and somebody chooses it. */
function OfferRow({ offer }: { offer: Offer }) {
  const why = offer.confused.map((one) => t(`corners.confused_${one}` as Key)).join(t("corners.comma"));
  return (
    <p class="corners-offer">
      <span>{t("corners.offer", { why })}</span>
      <button
        type="button"
        class="button"
        onClick={() => {
          reading.value = offer.reading;
        }}
      >
        {t("corners.offer_take", { reading: readingText(offer.reading) })}
      </button>
    </p>
  );
}

function Take() {
  const isHeld = isOtherDatum.value && !datumAccepted.value;
  const take = (how: "replace" | "add") => {
    takeCandidate(how);
    type("");
  };
  return (
    <p class="corners-take">
      <button type="button" class="button button-primary" disabled={isHeld} onClick={() => take("replace")}>
        {t(canAdd() ? "corners.take_replace" : "corners.take")}
      </button>
      {canAdd() && (
        <button type="button" class="button" disabled={isHeld} onClick={() => take("add")}>
          {t("corners.take_add")}
        </button>
      )}
    </p>
  );
}
