import { useContext } from "preact/hooks";
import type { ChangeItem } from "../../api/answers.ts";
import { boundsOfPlaces, isMoved, placesOf } from "../../changes/compare.ts";
import { asText, fieldsOf, valueWords } from "../../changes/fields.ts";
import { placeText } from "../../changes/place-text.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { collectionTitle, inLanguage, saidInLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { lookAt } from "../on-map.ts";
import { AreaBoxes } from "./area-boxes.tsx";
import { Exclusion } from "./excluded.tsx";
import { PinnedTo } from "./pinned-to.tsx";

/** Attributes and place before and after, beside each other; what is the same is counted and not shown. */
export function ItemTable({ item }: { item: ChangeItem }) {
  const { collection, code, action, before, after } = item;
  const fields = fieldsOf(collection);
  const changed = action === "withdraw" ? [] : fields.filter((field) => saidOf(before, field) !== saidOf(after, field));
  const name = saidInLanguage((after ?? before)?.properties ?? {}, "name") ?? code;
  const places = placesOf(item);
  const target = useContext(PinnedTo);
  const comment = (property: string | null, about: string) => (
    <IconButton
      icon="ask"
      name={t("review.comment_on", { name: about })}
      size={16}
      small
      onClick={() => {
        target.value = { collection, code, property, name: about };
      }}
    />
  );
  return (
    <section class="change-item" aria-label={name}>
      <header>
        <h4>
          {collectionTitle(collection)} · {name}
        </h4>
        {action === "withdraw" && <span class="chip change-withdrawn">{t("changes.withdrawn")}</span>}
        {before === null && <span class="chip">{t("changes.new")}</span>}
        {boundsOfPlaces([places]) && (
          <IconButton icon="locate" name={t("changes.show_place")} size={16} onClick={() => lookAt([item])} />
        )}
        {comment(null, name)}
      </header>
      <AreaBoxes item={item} />
      {(changed.length > 0 || isMoved(item)) && (
        <table class="change-table">
          <thead>
            <tr>
              <th scope="col">{t("changes.property")}</th>
              <th scope="col">{t("changes.before")}</th>
              <th scope="col">{t("changes.after")}</th>
            </tr>
          </thead>
          <tbody>
            {isMoved(item) && (
              <tr>
                <th scope="row">{t("changes.place")}</th>
                <td>{placeText((before?.geometry ?? null) as Parameters<typeof placeText>[0])}</td>
                <td>{placeText((after?.geometry ?? null) as Parameters<typeof placeText>[0])}</td>
              </tr>
            )}
            {changed.map((field) => (
              <tr key={field.property.name}>
                <th scope="row">
                  {inLanguage(field.property.title)}
                  {comment(field.property.name, inLanguage(field.property.title))}
                </th>
                <td>{valueWords(field, before?.properties[field.property.name])}</td>
                <td>{valueWords(field, after?.properties[field.property.name])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {action === "change" && before && (
        <p class="note">{t("changes.unchanged", { count: fields.length - changed.length })}</p>
      )}
      <Exclusion item={item} name={String(name ?? code)} />
    </section>
  );
}

const saidOf = (state: ChangeItem["before"], field: Parameters<typeof asText>[0]): string =>
  asText(field, state?.properties[field.property.name]);
