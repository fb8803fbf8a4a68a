import { FieldFault } from "../../controls/checked-form.tsx";
import { useComposed } from "../../controls/composed.ts";
import { Icon } from "../../controls/icons.tsx";
import { inLanguage } from "../../language/names.ts";
import { isKey, type Key, t } from "../../language/t.ts";
import { type Entry, emptyEntry, type Member, memberText, withMember } from "../entries.ts";
import { entriesOf } from "../fields.ts";
import { termsOf } from "../terms.ts";

type Props = { label: string; name: string; members: readonly Member[]; value: string; change: (text: string) => void };

/** A list whose entries have members: each is a fold of its own, and can be taken away or added. */
export function EntriesInput({ label, name, members, value, change }: Props) {
  const entries = entriesOf(value) ?? [];
  const put = (next: readonly Entry[]) => change(next.length === 0 ? "" : JSON.stringify(next));
  return (
    <fieldset class="change-entries" data-entries={name}>
      <legend>
        {label} <span class="note">{entries.length}</span>
      </legend>
      {entries.map((entry, at) => (
        <details key={at}>
          <summary>{headOf(entry, members) || t("changes.entry", { number: at + 1 })}</summary>
          {members.map((member) => (
            <MemberInput
              key={member.name}
              name={`${name}-${at}-${member.name}`}
              member={member}
              text={memberText(member, entry)}
              change={(said) =>
                put(entries.map((old, place) => (place === at ? withMember(entry, member, said) : old)))
              }
            />
          ))}
          <button type="button" class="button" onClick={() => put(entries.filter((_, place) => place !== at))}>
            {t("changes.entry_remove")}
          </button>
        </details>
      ))}
      <button type="button" class="button" onClick={() => put([...entries, emptyEntry(members)])}>
        <Icon name="plus" size={16} />
        {t("changes.entry_add", { what: label })}
      </button>
    </fieldset>
  );
}

/** What an entry is known by: the first two members that say something. */
const headOf = (entry: Entry, members: readonly Member[]): string =>
  members
    .map((member) => wordsOf(member, memberText(member, entry)))
    .filter((said) => said !== "")
    .slice(0, 2)
    .join(" · ");

function wordsOf(member: Member, said: string): string {
  const term = termsOf(member.vocabulary).find(({ code }) => code === said);
  return term ? inLanguage(term) : said.replaceAll("\n", ", ");
}

type MemberProps = { name: string; member: Member; text: string; change: (said: string) => void };

function MemberInput({ name: control, member, text, change }: MemberProps) {
  const { name, kind, empty, longest = 2000 } = member;
  const key = `member.${name}`;
  const typed = useComposed(text, change);
  const options =
    kind === "choice"
      ? (member.choices ?? []).map((code) => ({ code, words: choiceWords(code) }))
      : termOptions(member);
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: whichever control the member asks for stands in it
    <label>
      <span>
        {isKey(key) ? t(key as Key) : name}
        {empty === "refused" && kind !== "lines" && " *"}
      </span>
      {kind === "term" || kind === "choice" ? (
        <select
          name={control}
          data-member={name}
          value={text}
          required={empty === "refused"}
          onChange={(event) => change(event.currentTarget.value)}
        >
          <option value="">{t(empty === "refused" ? "changes.choose" : "not_given")}</option>
          {options.map(({ code, words }) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      ) : kind === "lines" ? (
        <textarea name={control} data-member={name} rows={2} {...typed} />
      ) : (
        <input
          name={control}
          data-member={name}
          {...typed}
          maxLength={longest}
          required={empty === "refused"}
          inputMode={kind === "number" ? "decimal" : "text"}
        />
      )}
      <FieldFault name={control} />
    </label>
  );
}

const termOptions = ({ vocabulary }: Member) =>
  termsOf(vocabulary).map((term) => ({ code: term.code, words: inLanguage(term) }));

function choiceWords(code: string): string {
  const key = `choice.${code}`;
  return isKey(key) ? t(key as Key) : code;
}
