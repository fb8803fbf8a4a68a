import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { getAccount, signIn } from "../../account/requests.ts";
import type { Account } from "../../api/answers.ts";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";

type Props = { needs: Account["roles"][number]; children: (account: Account) => ComponentChildren };

/** What only an account with a role may do; whoever is not signed in can do it here and goes on where they were. */
export function SignedIn({ needs, children }: Props) {
  const account = useSignal<Account | "asking" | "nobody">("asking");
  const problem = useSignal("");
  useEffect(() => {
    void getAccount().then((answer) => {
      account.value = answer.ok ? answer.data : "nobody";
      if (!answer.ok && answer.problem.status !== 401) problem.value = problemText(answer.problem);
    });
  }, []);
  if (account.value === "asking") return <p role="status">{t("states.loading")}</p>;
  if (account.value !== "nobody" && account.value.roles.includes(needs)) return <>{children(account.value)}</>;
  return (
    <form
      class="change-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        const answer = await signIn(String(given.get("name")), String(given.get("password")));
        problem.value = answer.ok ? "" : problemText(answer.problem);
        if (answer.ok) account.value = answer.data;
      }}
    >
      <p class="note">{t(account.value === "nobody" ? "changes.sign_in_note" : (`changes.needs_${needs}` as const))}</p>
      <label>
        <span>{t("changes.name")}</span>
        <input name="name" autocomplete="username" required />
      </label>
      <label>
        <span>{t("changes.password")}</span>
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      {problem.value && <p role="alert">{problem.value}</p>}
      <button type="submit" class="button button-primary">
        {t("changes.sign_in")}
      </button>
    </form>
  );
}
