import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Answer } from "../../api/request.ts";
import type { Problem } from "../../api/types.ts";
import { CheckedForm } from "../../controls/checked-form.tsx";
import { TextField } from "../../controls/text-field.tsx";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { loadDepartments } from "../departments.ts";
import {
  addAccount,
  disableAccount,
  enableAccount,
  getAccounts,
  type ListedAccount,
  resetPassword,
  setDepartments,
  setRoles,
} from "../requests.ts";
import { asSignedIn } from "../signed-in.ts";
import { DepartmentChoice } from "./department-choice.tsx";
import { roleName } from "./own-account.tsx";
import { Secret } from "./secret.tsx";

const ROLES = ["viewer", "staff", "reviewer", "administrator"] as const;
type Roles = ListedAccount["roles"];

/** All accounts, for administrators. */
export function AccountsList() {
  const accounts = useSignal<readonly ListedAccount[]>([]);
  const given = useSignal<{ name: string; password: string } | null>(null);
  const problem = useSignal<Problem | null>(null);
  const name = useSignal("");
  const roles = useSignal<Roles>(["staff"]);
  const load = async () => {
    const answer = await asSignedIn(getAccounts);
    if (answer.ok) accounts.value = answer.data.accounts;
    else problem.value = answer.problem;
    await loadDepartments();
  };
  useEffect(() => void load(), []);
  const act = async <Data,>(change: () => Promise<Answer<Data>>): Promise<Data | null> => {
    const answer = await asSignedIn(change);
    problem.value = answer.ok ? null : answer.problem;
    await load();
    return answer.ok ? answer.data : null;
  };
  const give = async (change: () => ReturnType<typeof resetPassword>) => {
    const answer = await act(change);
    given.value = answer && { name: answer.account.name, password: answer.password };
    return answer !== null;
  };
  const add = async () => {
    if (await give(() => addAccount(name.value, roles.value))) name.value = "";
  };
  return (
    <section>
      <h3>{t("account.accounts")}</h3>
      {problem.value && <p role="alert">{problemText(problem.value)}</p>}
      {given.value && <Secret label={t("account.given", { name: given.value.name })} text={given.value.password} />}
      <ul>
        {accounts.value.map((account) => (
          <li key={account.id}>
            <b>{account.name}</b> <small>{stateOf(account)}</small>
            <RoleChoice
              legend={t("account.roles_of", { name: account.name })}
              roles={account.roles}
              choose={(chosen) => void act(() => setRoles(account.id, chosen))}
            />
            <DepartmentChoice account={account} choose={(codes) => void act(() => setDepartments(account.id, codes))} />
            <div class="account-row">
              <button type="button" class="button" onClick={() => give(() => resetPassword(account.id))}>
                {t("account.reset")}
              </button>
              <button
                type="button"
                class="button"
                onClick={() => act(() => (account.disabled ? enableAccount : disableAccount)(account.id))}
              >
                {t(account.disabled ? "account.enable" : "account.disable")}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <CheckedForm class="account-form" submit={() => void add()}>
        <TextField
          name="account-name"
          label={t("account.name")}
          text={name}
          maxLength={64}
          required
          autocomplete="off"
        />
        <RoleChoice
          legend={t("account.roles_of", { name: name.value })}
          roles={roles.value}
          choose={(chosen) => {
            roles.value = chosen;
          }}
        />
        <button class="button" type="submit">
          {t("account.add")}
        </button>
      </CheckedForm>
    </section>
  );
}

function stateOf({ disabled, locked, must_change_password }: ListedAccount): string {
  const states = [
    disabled && t("account.disabled"),
    locked && t("account.locked"),
    must_change_password && t("account.unchanged"),
  ];
  return states.filter(Boolean).join(" · ");
}

type Choice = { legend: string; roles: Roles; choose: (roles: Roles) => void };

function RoleChoice({ legend, roles, choose }: Choice) {
  return (
    <fieldset class="account-roles">
      <legend>{legend}</legend>
      {ROLES.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            checked={roles.includes(role)}
            onChange={() =>
              choose(ROLES.filter((known) => (known === role ? !roles.includes(role) : roles.includes(known))))
            }
          />
          {roleName(role)}
        </label>
      ))}
    </fieldset>
  );
}
