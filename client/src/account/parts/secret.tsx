import { t } from "../../language/t.ts";

/** What is shown once. */
export function Secret({ label, text }: { label: string; text: string }) {
  return (
    <div class="account-secret" role="status">
      {label}
      <code>{text}</code>
      <button type="button" class="button" onClick={() => void navigator.clipboard?.writeText(text)}>
        {t("account.copy")}
      </button>
    </div>
  );
}
