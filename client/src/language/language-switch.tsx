import { Popover } from "../controls/popover.tsx";
import { ChoiceList, Switch } from "../controls/radio-group.tsx";
import { t, wordsReady } from "./t.ts";
import { LANGUAGES, type Language, language, tagOf } from "./view.ts";

/** A sign and the name of each language, in itself. */
const NAMES: Readonly<Record<Language, { sign: string; name: string }>> = {
  zh: { sign: "中", name: "中文" },
  en: { sign: "EN", name: "English" },
  ja: { sign: "日", name: "日本語" },
  ko: { sign: "한", name: "한국어" },
};

const choose = (to: Language) =>
  void wordsReady(to).then(() => {
    language.value = to;
  });

export const LanguageSwitch = () => (
  <Switch<Language>
    label={t("language.title")}
    value={language.value}
    options={LANGUAGES.map((value) => ({
      value,
      label: <span lang={tagOf(value)}>{NAMES[value].sign}</span>,
      name: NAMES[value].name,
    }))}
    onChange={choose}
  />
);

/** The same where there is no room for all of them side by side. */
export const LanguageButton = () => (
  <Popover
    label={`${NAMES[language.value].sign} · ${t("language.title")}`}
    heading={t("language.title")}
    buttonClass="icon-button"
    button={<span lang={tagOf(language.value)}>{NAMES[language.value].sign}</span>}
  >
    {(close) => (
      <ChoiceList<Language>
        label={t("language.title")}
        value={language.value}
        options={LANGUAGES.map((value) => ({ value, label: <span lang={tagOf(value)}>{NAMES[value].name}</span> }))}
        onChange={choose}
        onPress={close}
      />
    )}
  </Popover>
);
