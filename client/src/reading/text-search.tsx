import { Icon } from "../controls/icons.tsx";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { textSearch } from "../search/server-search.ts";
import { Excerpt } from "./excerpt.tsx";
import { fullLocator } from "./locator-text.ts";
import { readAt } from "./reading.ts";
import { textQuery } from "./view.ts";
import "./text-search.css";

export function TextSearchField() {
  return (
    <div class="search-field">
      <Icon name="search" />
      <input
        type="search"
        aria-label={t("text.search")}
        placeholder={t("text.search")}
        value={textQuery.value}
        maxLength={100}
        onInput={(event) => {
          textQuery.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}

/** Sentences of the plan that say it, in the order of the document. */
export function TextSearchResults() {
  const state = textSearch.value;
  if (state.kind === "idle") return null;
  if (state.kind === "away")
    return (
      <p class="reading-absent" role="status">
        {t("search.text_away")}
      </p>
    );
  const answer = state.kind === "ready" ? state.answer : state.before;
  if (!answer)
    return (
      <p class="note" role="status">
        {t("states.loading")}
      </p>
    );
  if (!answer.text_loaded) return <p class="note text-missing">{t("text.absent")}</p>;
  return (
    <div class="text-hits">
      <p class="note" role="status">
        {t("text.hits", { count: answer.totals.text })}
      </p>
      {answer.suggestion && answer.totals.text === 0 && <Suggestion text={answer.suggestion.text} />}
      <ul>
        {answer.text.map((hit) => (
          <li key={`${hit.paragraph} ${hit.mark_start}`}>
            <button
              type="button"
              class="text-hit"
              onClick={() => readAt(hit.paragraph, { kind: "span", start: hit.mark_start, end: hit.mark_end })}
            >
              <small>
                {fullLocator(hit.paragraph, language.value)} · {t("reading.page", { page: hit.page })}
              </small>
              <Excerpt hit={hit} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Suggestion({ text }: { text: string }) {
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        textQuery.value = text;
      }}
    >
      {t("search.suggestion", { text })}
    </button>
  );
}
