import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { vocabularies } from "../../catalogue.ts";
import { formatMoney } from "../../language/format.ts";
import { inLanguage, termName } from "../../language/names.ts";
import { isKey, type Key, t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { CitationChip } from "../../reading/citation-chip.tsx";
import { type List, wantedList } from "../open.ts";
import type { Industry, NamedFeature } from "../requests.ts";
import { Features, Named, nameOf, Things } from "./panorama-items.tsx";
import { ProductList } from "./products.tsx";

/** The chart itself: links of the chain on top, below them who and what the plan names; what it calls missing last. */
export function Panorama({ industry }: { industry: Industry }) {
  const { steps, enterprises, institutes, projects, parks, gaps } = industry;
  return (
    <>
      {industry.paragraph && (
        <p class="panorama-source">
          <CitationChip paragraph={industry.paragraph} />
        </p>
      )}
      {steps.length > 0 && (
        <Block title={t("panorama.steps")} count={steps.length}>
          <ol class="panorama-steps">
            {steps.map((step) => (
              <li key={step.zh}>{inLanguage(step)}</li>
            ))}
          </ol>
        </Block>
      )}
      <Tiers enterprises={enterprises} />
      <Block
        list="projects"
        title={t("panorama.projects")}
        count={projects.length}
        note={<Total industry={industry} />}
      >
        <Features features={projects} money />
      </Block>
      <div class="panorama-pair">
        <Block title={t("panorama.parks")} count={parks.length}>
          <Features features={parks} />
        </Block>
        <Block list="institutes" title={t("panorama.institutes")} count={institutes.length}>
          <Named entries={institutes} />
        </Block>
      </div>
      <Products industry={industry} />
      <Block list="gaps" title={t("panorama.gaps")} count={gaps.length}>
        {[...new Set(gaps.map(({ kind }) => kind ?? ""))].map((kind) => (
          <div key={kind} class="panorama-row">
            <span class="panorama-row-name">{wordsOf("gap", kind)}</span>
            <Things things={gaps.filter((gap) => (gap.kind ?? "") === kind)} />
          </div>
        ))}
      </Block>
    </>
  );
}

/** A kind of gap or a stage of the chain in words; one that this client does not know keeps its code. */
function wordsOf(of: "gap" | "stage", code: string): string {
  const key = `panorama.${of}_${code}`;
  return isKey(key) ? t(key as Key) : code;
}

/** Tiers as the plan ranks them (box 4-14); a firm it only names stands apart. */
function Tiers({ enterprises }: { enterprises: readonly NamedFeature[] }) {
  const tiers = [...(vocabularies.get("enterprise_tier")?.terms ?? []).map(({ code }) => code), null];
  return (
    <Block list="enterprises" title={t("panorama.enterprises")} count={enterprises.length}>
      {tiers.map((tier) => {
        const here = enterprises.filter(({ feature }) => (feature?.enterprise_tier ?? null) === tier);
        if (here.length === 0) return null;
        return (
          <div key={tier ?? "none"} class="panorama-row">
            <span class="panorama-row-name">{tier ? termName("enterprise_tier", tier) : t("panorama.no_tier")}</span>
            <Named entries={here} />
          </div>
        );
      })}
    </Block>
  );
}

function Products({ industry }: { industry: Industry }) {
  const { products } = industry;
  const stages = [...new Set(products.map(({ stage }) => stage ?? null))];
  const staged = stages.some((stage) => stage !== null);
  return (
    <Block
      title={t("panorama.products")}
      count={products.length}
      note={staged ? null : <span class="note">{t("panorama.no_stage")}</span>}
    >
      {stages.map((stage) => (
        <div key={stage ?? "none"} class="panorama-row">
          {staged && <span class="panorama-row-name">{stage ? wordsOf("stage", stage) : t("panorama.no_stage")}</span>}
          <ProductList industry={industry} products={products.filter((product) => (product.stage ?? null) === stage)} />
        </div>
      ))}
    </Block>
  );
}

function Total({ industry: { totals, projects } }: { industry: Industry }) {
  const sum = totals.investment_cny;
  if (!sum || sum.sum === null) return null;
  const { known, not_stated } = sum;
  return (
    <span class="note">
      {t("panorama.total", { value: formatMoney(sum.sum, "CNY", language.value), known, not_stated })}
      {sum.of_which.map(({ code, value }) => {
        const project = projects.find((one) => one.code === code);
        const name = project ? nameOf(project) : code;
        return ` · ${t("panorama.of_which", { name, value: formatMoney(value, "CNY", language.value) })}`;
      })}
    </span>
  );
}

type BlockProps = { list?: List; title: string; count: number; note?: ComponentChildren; children: ComponentChildren };

function Block({ list, title, count, note, children }: BlockProps) {
  const block = useRef<HTMLElement>(null);
  const isWanted = list !== undefined && wantedList.value === list;
  useEffect(() => {
    if (!isWanted) return;
    block.current?.scrollIntoView({ block: "start" });
    block.current?.focus({ preventScroll: true });
    wantedList.value = null;
  }, [isWanted]);
  return (
    <section class="panorama-block" ref={block} tabIndex={-1} aria-label={title}>
      <div class="section-head">
        <h3>
          {title} <span>{count}</span>
        </h3>
        {note}
      </div>
      {count === 0 ? <span class="pill-not-stated">{t("not_stated")}</span> : children}
    </section>
  );
}
