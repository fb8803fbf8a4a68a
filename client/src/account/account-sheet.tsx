import { useEffect } from "preact/hooks";
import { ContestLookup } from "../contest/contest-lookup.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { t } from "../language/t.ts";
import { AccountsList } from "./parts/accounts-list.tsx";
import { OwnAccount, PasswordForm } from "./parts/own-account.tsx";
import { SignInForm } from "./parts/sign-in-form.tsx";
import { TokensList } from "./parts/tokens-list.tsx";
import { type Account, account, accountSheet, wasSignedIn } from "./session.ts";
import { refreshAccount } from "./signed-in.ts";
import "./parts/words.ts";
import "./account.css";

/** Over the page, which stays as it is: signing in, one's own account, and for administrators all accounts. */
export function AccountSheet() {
  const isOpen = accountSheet.value !== "closed";
  // once, and again whenever somebody looks; where nobody was signed in there is nothing to ask
  useEffect(() => {
    if (wasSignedIn.peek()) void refreshAccount();
  }, [isOpen]);
  const who = account.value;
  const isAsking = accountSheet.value === "asking";
  return (
    <Dialog
      open={isOpen}
      title={who && !isAsking ? t("account.of", { name: who.name }) : t("account.title")}
      name="account-sheet"
      close={() => {
        accountSheet.value = "closed";
      }}
    >
      {() => (
        <>
          {(isAsking || who === null) && <SignInForm />}
          {who === null && !isAsking && <ContestLookup />}
          {/* what was typed stays while the password is asked for */}
          {who && (
            <div class="account-own" hidden={isAsking}>
              {who.must_change_password ? <PasswordForm /> : <Own who={who} />}
            </div>
          )}
        </>
      )}
    </Dialog>
  );
}

function Own({ who }: { who: Account }) {
  return (
    <>
      <OwnAccount who={who} />
      <TokensList />
      {who.roles.includes("administrator") && <AccountsList />}
    </>
  );
}
