import type { More } from "../../features/collection-features.ts";
import { t } from "../../language/t.ts";

/** "and 30 more", of what a list leaves out; "and over 900 more" or "and more" where they were not all counted. */
export function moreText({ count, isExact }: More): string {
  if (isExact) return t("reading.and_more", { count });
  return count > 0 ? t("reading.and_more_than", { count }) : t("reading.and_others");
}
