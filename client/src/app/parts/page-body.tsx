import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { lazyPart } from "../../api/lazy-part.ts";
import { criteria } from "../../catalogue-criteria.ts";
import { t } from "../../language/t.ts";
import { PageHead } from "../../layout/page-head.tsx";
import { type Page, page } from "../../layout/view.ts";
import "./page-body.css";

type OwnPage = Exclude<Page, "map">;

const gaps = lazyPart(() => import("../../gaps/gaps-page.tsx"));
const policies = lazyPart(() => import("../../policies/policies-page.tsx"));
const indicators = lazyPart(() => import("../../targets/indicators-page.tsx"));
const panorama = lazyPart(() => import("../../panorama/panorama-page.tsx"));
const parks = lazyPart(() => import("../../parks/parks-page.tsx"));
const here = lazyPart(() => import("../../here/here-page.tsx"));
const compare = lazyPart(() => import("../../parks/compare-page.tsx"));

const pages: Record<OwnPage, () => Promise<ComponentType>> = {
  gaps: async () => (await gaps()).GapsPage,
  policies: async () => (await policies()).PoliciesPage,
  indicators: async () => (await indicators()).IndicatorsPage,
  panorama: async () => (await panorama()).PanoramaPage,
  parks: async () => (await criteria()) ?? (await parks()).ParksPage,
  compare: async () => (await criteria()) ?? (await compare()).ComparePage,
  here: async () => (await here()).HerePage,
};
const came = signal<Partial<Record<OwnPage, ComponentType>>>({});

/** What stands beside the map instead of the tabs: a page of a room, fetched when it is wanted; its head stands at once. */
export function PageBody() {
  const wanted = page.value;
  useEffect(() => {
    if (wanted === "map") return;
    void pages[wanted]().then((part) => {
      came.value = { ...came.peek(), [wanted]: part };
    });
  }, [wanted]);
  if (wanted === "map") return null;
  const Wanted = came.value[wanted];
  if (Wanted) return <Wanted />;
  return (
    <section class="page" aria-label={t(`${wanted}.title` as const)} aria-busy="true">
      <PageHead title={t(`${wanted}.title` as const)} />
      <div class="page-body">
        <span class="skeleton" style={{ height: "200px" }} />
      </div>
    </section>
  );
}
