import { useSignal } from "@preact/signals";
import type { Problem } from "../../api/types.ts";
import { CheckedForm } from "../../controls/checked-form.tsx";
import { TextField } from "../../controls/text-field.tsx";
import { problemText } from "../../language/problem-text.ts";
import { type Key, t } from "../../language/t.ts";
import { changePassword, signOut, signOutEverywhere } from "../requests.ts";
import { type Account, account, noteAccount } from "../session.ts";
import { asSignedIn, refreshAccount } from "../signed-in.ts";

export const roleName = (role: string) => t(`account.role_${role}` as Key);

export function OwnAccount({ who }: { who: Account }) {
  const isChanging = useSignal(false);
  const leave = async (how: typeof signOut) => {
    const answer = await how();
    if (answer.ok || answer.problem.status === 401) noteAccount(null);
  };
  return (
    <>
      <p class="note" role="status">
        {t("account.signed_in_as", { name: who.name })} · {who.roles.map(roleName).join(" · ")}
      </p>
      <div class="account-row">
        <button type="button" class="button" onClick={() => leave(signOut)}>
          {t("account.sign_out")}
        </button>
        <button type="button" class="button" onClick={() => leave(signOutEverywhere)}>
          {t("account.sign_out_everywhere")}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={isChanging.value}
          onClick={() => {
            isChanging.value = !isChanging.value;
          }}
        >
          {t("account.change_password")}
        </button>
      </div>
      {isChanging.value && <PasswordForm />}
    </>
  );
}

/** Also the first thing that somebody sees who was given a password. */
export function PasswordForm() {
  const current = useSignal("");
  const next = useSignal("");
  const state = useSignal<Problem | "none" | "done">("none");
  const submit = async () => {
    const answer = await asSignedIn(() => changePassword(current.value, next.value));
    state.value = answer.ok ? "done" : answer.problem;
    if (answer.ok) await refreshAccount();
  };
  return (
    <CheckedForm class="account-form" submit={() => void submit()}>
      {account.value?.must_change_password && <p class="note">{t("account.must_change")}</p>}
      <TextField
        name="current"
        label={t("account.current")}
        text={current}
        isSecret
        autocomplete="current-password"
        required
      />
      <TextField
        name="next"
        label={t("account.next")}
        text={next}
        isSecret
        autocomplete="new-password"
        required
        aria-describedby="account-next-hint"
      />
      <p class="note" id="account-next-hint">
        {t("account.next_hint")}
      </p>
      {state.value === "done" && <p role="status">{t("account.password_changed")}</p>}
      {typeof state.value === "object" && <p role="alert">{problemText(state.value)}</p>}
      <button class="button button-primary" type="submit">
        {t("account.change_password")}
      </button>
    </CheckedForm>
  );
}
