import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { type Key, t } from "../language/t.ts";
import { type Account, account, accountSheet, askToSignIn, isSignedInAs, type Role } from "./session.ts";
import "./parts/words.ts";

/**
 * What only an account with a role may do. Where nobody with the role is signed in it says so and offers to sign in; what was
 * begun stays behind that as it was typed, for the same account and for no other.
 */
export function NeedsRole({ name: role, children }: { name: Role; children: (who: Account) => ComponentChildren }) {
  const last = useSignal(isSignedInAs(role) ? account.peek() : null);
  const isIn = isSignedInAs(role);
  useEffect(() => {
    if (isIn) last.value = account.value;
  }, [isIn, account.value]);
  const who = isIn ? account.value : last.value;
  return (
    <>
      {!isIn && (
        <div class="needs-role" role="status">
          <p class="note">{t(whatIsMissing(role))}</p>
          <button type="button" class="button button-primary" onClick={account.value ? openSheet : askToSignIn}>
            {account.value ? t("account.of", { name: account.value.name }) : t("account.title")}
          </button>
        </div>
      )}
      {who && (
        <div key={who.id} hidden={!isIn}>
          {children(who)}
        </div>
      )}
    </>
  );
}

function whatIsMissing(role: Role): Key {
  if (!account.value) return "account.needs_sign_in";
  return account.value.must_change_password ? "account.must_change" : `account.needs_${role}`;
}

function openSheet(): void {
  accountSheet.value = "open";
}
