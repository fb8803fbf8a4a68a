import { batch } from "@preact/signals";
import { vocabularies } from "../../catalogue.ts";
import { chooseFilter, chooseIndustryCluster } from "../../filter/choose.ts";
import { inLanguage } from "../../language/names.ts";
import { showTab } from "../../layout/show-tab.ts";
import { page } from "../../layout/view.ts";
import { openPolicies } from "../../policies/policies.ts";
import { readAt } from "../../reading/reading.ts";
import { reading, textQuery } from "../../reading/view.ts";
import { openFeature } from "../../selection/select.ts";
import type { Row } from "./search-rows.ts";

/** A feature opens its card, a sentence the reading pane; a chain, cluster or status filters, a policy opens its page, any other word is looked up in the text. */
export function chooseRow(row: Row): void {
  switch (row.kind) {
    case "feature":
      openFeature(row.hit.collection, row.hit.feature.properties.code);
      return;
    case "text":
      readAt(row.hit.paragraph, { kind: "span", start: row.hit.mark_start, end: row.hit.mark_end });
      showTab("text");
      return;
    case "term":
      chooseTerm(row.hit.vocabulary, row.hit.code, inLanguage(row.hit), row.hit.parent);
  }
}

function chooseTerm(vocabulary: string, code: string, words: string, parent: string | null | undefined): void {
  if (vocabulary === "industry_chain") chooseFilter("industry_chain", [code]);
  else if (vocabulary === "product" && parent) chooseFilter("industry_chain", [parent]);
  else if (vocabulary === "industry_cluster") chooseIndustryCluster(code);
  else if (vocabulary === "policy") {
    openPolicies(code);
    return;
  } else if (vocabulary === "plan_status") chooseFilter("plan_status", [code]);
  else {
    findInText(vocabularies.get(vocabulary)?.terms.find((term) => term.code === code)?.zh ?? words);
    return;
  }
  page.value = "map";
  showTab("layers");
}

export function findInText(words: string): void {
  batch(() => {
    page.value = "map";
    reading.value = null;
    textQuery.value = words;
    showTab("text");
  });
}
