import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Problem } from "../../api/types.ts";
import { CheckedForm } from "../../controls/checked-form.tsx";
import { TextField } from "../../controls/text-field.tsx";
import { problemText } from "../../language/problem-text.ts";
import { type Key, t } from "../../language/t.ts";
import { addToken, getTokens, revokeToken, type Token } from "../requests.ts";
import { asSignedIn } from "../signed-in.ts";
import { Secret } from "./secret.tsx";

const DAYS = 90;

export function TokensList() {
  const tokens = useSignal<readonly Token[]>([]);
  const name = useSignal("");
  const scope = useSignal<Token["scope"]>("read");
  const secret = useSignal<string | null>(null);
  const problem = useSignal<Problem | null>(null);
  const load = async () => {
    const answer = await asSignedIn(getTokens);
    if (answer.ok) tokens.value = answer.data.tokens;
    else problem.value = answer.problem;
  };
  useEffect(() => void load(), []);
  const add = async () => {
    const answer = await asSignedIn(() => addToken(name.value, scope.value, DAYS));
    problem.value = answer.ok ? null : answer.problem;
    secret.value = answer.ok ? answer.data.secret : null;
    if (answer.ok) {
      name.value = "";
      await load();
    }
  };
  return (
    <section>
      <h3>{t("account.tokens")}</h3>
      <p class="note">{t("account.tokens_hint")}</p>
      <ul>
        {tokens.value.map((token) => (
          <li key={token.id} class="account-row">
            <b>{token.name}</b>
            {t("account.token_until", {
              scope: t(`account.scope_${token.scope}` as Key),
              date: token.expires_at.slice(0, 10),
            })}
            <button
              type="button"
              class="button"
              aria-label={t("account.revoke_of", { name: token.name })}
              onClick={async () => {
                await asSignedIn(() => revokeToken(token.id));
                await load();
              }}
            >
              {t("account.revoke")}
            </button>
          </li>
        ))}
      </ul>
      {secret.value && <Secret label={t("account.token_given")} text={secret.value} />}
      <CheckedForm class="account-form" submit={() => void add()}>
        <TextField
          name="token-name"
          label={t("account.token_name")}
          text={name}
          maxLength={64}
          required
          autocomplete="off"
        />
        <label>
          {t("account.token_scope")}
          <select
            value={scope.value}
            onChange={(event) => {
              scope.value = event.currentTarget.value === "write" ? "write" : "read";
            }}
          >
            <option value="read">{t("account.scope_read")}</option>
            <option value="write">{t("account.scope_write")}</option>
          </select>
        </label>
        {problem.value && <p role="alert">{problemText(problem.value)}</p>}
        <button class="button" type="submit">
          {t("account.token_add")}
        </button>
      </CheckedForm>
    </section>
  );
}
