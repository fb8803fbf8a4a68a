import { accuracyRange } from "../accuracy/accuracy-badge.tsx";
import { answerWords } from "../answer/answer-line.tsx";
import { findsOnlyOthers } from "../answer/others.ts";
import { collectionDefinitions, product, vocabularies } from "../catalogue.ts";
import { ChainBadge, LayerSwatch, StatusShape } from "../controls/swatch.tsx";
import { PARKS, PROJECTS } from "../features/plan.ts";
import { FilterNotice } from "../filter/filter-notice.tsx";
import { filterWords } from "../filter/filter-words.ts";
import { horizon } from "../horizon/view.ts";
import { formatNumber } from "../language/format.ts";
import { collectionTitle, inLanguage } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { attributions } from "../layers/attributions.ts";
import { BadgeLegend } from "../layers/badge-legend.tsx";
import { BubbleLegend } from "../layers/bubble-legend.tsx";
import { isLayerVisible } from "../layers/layers.ts";
import { layers } from "../layers/view.ts";
import { noticeText } from "../layout/notice-text.ts";
import { type Page, page } from "../layout/view.ts";
import { projectFacets, projectsLoaded } from "../projects/projects.ts";
import { printPicture } from "../viewport/map-link.ts";
import "./print-sheet.css";

const legend = [...collectionDefinitions].sort((a, b) => (a.legend_order ?? a.order) - (b.legend_order ?? b.order));

/** Pages with style sheets of their own for paper. */
const PRINTS_ITSELF: ReadonlySet<Page> = new Set<Page>(["panorama", "compare"]);

/** What the browser prints: the view of the map and its legend on one sheet. A page beside the map prints itself. */
export function PrintSheet() {
  const picture = printPicture.value;
  if (!picture || PRINTS_ITSELF.has(page.value)) return null;
  const { svg, width, height, tiled } = picture;
  return (
    <article class="print-sheet">
      {/* a rule of the whole document, and so only there while this sheet is printed */}
      <style>{"@page { size: A4 landscape; margin: 10mm }"}</style>
      <header>
        <h1>
          {inLanguage(product.place)} {inLanguage(product.title)}
        </h1>
        <p>{shown().join(" · ")}</p>
        <FilterNotice />
      </header>
      <svg
        class="print-map"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMidYMid slice"
        role="img"
        aria-label={inLanguage(product.title)}
        // the markup comes from our own painter and the catalogue, its texts are escaped there
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <Legend />
      <footer>
        <p>{[noticeText(), accuracyRange(), ...attributions.value].filter((words) => words !== null).join(" · ")}</p>
        {tiled.length > 0 && <p>{t("print.tiled", { names: tiled.map(collectionTitle).join(t("list.separator")) })}</p>}
      </footer>
    </article>
  );
}

/** The year, the filter, and how much of the projects the map cannot show. */
function shown(): string[] {
  const stop = product.horizons.find(({ year }) => year === horizon.value);
  const { numberMatched, placed } = projectFacets.value;
  const number = (value: number) => formatNumber(value, language.value);
  return [
    t("summary.horizon", { year: horizon.value, word: stop ? inLanguage(stop) : "" }),
    ...filterWords(),
    ...(findsOnlyOthers.value
      ? [answerWords()]
      : projectsLoaded.value
        ? [t("summary.on_map", { placed: number(placed), total: number(numberMatched) })]
        : []),
  ];
}

function Legend() {
  const visible = legend.filter(({ id }) => isLayerVisible(layers.value, id));
  const terms = (vocabulary: string) => vocabularies.get(vocabulary)?.terms ?? [];
  return (
    <section class="print-legend" aria-label={t("print.legend")}>
      <h2>{t("print.legend")}</h2>
      <ul>
        {visible.map((definition) => (
          <li key={definition.id}>
            <LayerSwatch collection={definition.id} />
            {inLanguage(definition.short)}
          </li>
        ))}
      </ul>
      {visible.some(({ id }) => id === PARKS) && (
        <>
          <BadgeLegend />
          <BubbleLegend />
        </>
      )}
      {visible.some(({ id }) => id === PROJECTS) && (
        <>
          <ul class="print-signs">
            {terms("plan_status").map(({ code, zh, en }) => (
              <li key={code}>
                <StatusShape status={code} />
                {inLanguage({ zh, en })}
              </li>
            ))}
          </ul>
          <ul class="print-signs">
            {terms("industry_chain").map(({ code, zh, en }) => (
              <li key={code}>
                <ChainBadge chain={code} />
                {inLanguage({ zh, en })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
