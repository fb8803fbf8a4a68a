import { t } from "../../language/t.ts";
import { departmentName, departments } from "../departments.ts";
import type { ListedAccount } from "../requests.ts";

/** For which departments an account speaks; nothing where the package has none. */
export function DepartmentChoice({ account, choose }: { account: ListedAccount; choose: (codes: string[]) => void }) {
  const all = departments.value ?? [];
  if (all.length === 0) return null;
  const chosen = all.filter(({ members }) => members.some(({ id }) => id === account.id)).map(({ code }) => code);
  return (
    <details class="account-departments">
      <summary>
        {t("account.departments_of", { name: account.name })}:{" "}
        {chosen.map(departmentName).join(t("list.separator")) || "–"}
      </summary>
      <fieldset class="account-roles">
        <legend class="spoken">{t("account.departments_of", { name: account.name })}</legend>
        {all.map(({ code }) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={() =>
                choose(chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code])
              }
            />
            {departmentName(code)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
