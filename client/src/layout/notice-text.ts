import { product } from "../catalogue.ts";
import { inLanguage } from "../language/names.ts";
import { t } from "../language/t.ts";

/** A map that is shown to others carries its review number; without one it says that it has none. */
export function noticeText(): string {
  const number = product.map_review_number;
  return number ? t("product.review_number", { number }) : inLanguage(product.notice_without_review_number);
}
