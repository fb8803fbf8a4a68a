import { IconButton } from "../controls/icon-button.tsx";
import { t } from "../language/t.ts";
import { account, accountSheet } from "./session.ts";

/** Who is signed in, and the way to sign in. */
export function AccountButton() {
  const name = account.value ? t("account.of", { name: account.value.name }) : t("account.title");
  return (
    <IconButton
      icon="person"
      name={name}
      class={account.value ? "account-in" : ""}
      aria-haspopup="dialog"
      onClick={() => {
        accountSheet.value = "open";
      }}
    />
  );
}
