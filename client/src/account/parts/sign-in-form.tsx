import { signal, useSignal } from "@preact/signals";
import type { Problem } from "../../api/types.ts";
import { CheckedForm } from "../../controls/checked-form.tsx";
import { TextField } from "../../controls/text-field.tsx";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { signIn } from "../requests.ts";
import { accountSheet, hasEnded, noteSignIn } from "../session.ts";

/** Stays while the page does: after a session has ended the password alone is asked for. */
const name = signal("");

export function SignInForm() {
  const password = useSignal("");
  const problem = useSignal<Problem | null>(null);
  const isSent = useSignal(false);
  const submit = async () => {
    isSent.value = true;
    const answer = await signIn(name.value, password.value);
    isSent.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) noteSignIn(answer.data);
  };
  return (
    <CheckedForm class="account-form" submit={() => void submit()}>
      {accountSheet.value === "asking" && (
        <p class="note">{t(hasEnded.value ? "account.ended" : "account.needs_sign_in")}</p>
      )}
      <TextField
        label={t("account.name")}
        text={name}
        name="username"
        autocomplete="username"
        maxLength={64}
        required
      />
      <TextField
        label={t("account.password")}
        text={password}
        name="password"
        isSecret
        autocomplete="current-password"
        required
      />
      {problem.value && <p role="alert">{problemText(problem.value)}</p>}
      <button class="button button-primary" type="submit" disabled={isSent.value}>
        {t("account.sign_in")}
      </button>
    </CheckedForm>
  );
}
