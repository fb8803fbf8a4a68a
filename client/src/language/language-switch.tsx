import { Switch } from "../controls/radio-group.tsx";
import { t, wordsReady } from "./t.ts";
import { type Language, language } from "./view.ts";

export function LanguageSwitch() {
  return (
    <Switch<Language>
      label={t("language.title")}
      value={language.value}
      options={[
        { value: "zh", label: <span lang="zh">中</span>, name: "中文" },
        { value: "en", label: <span lang="en">EN</span>, name: "English" },
      ]}
      onChange={(value) => {
        void wordsReady(value).then(() => {
          language.value = value;
        });
      }}
    />
  );
}
