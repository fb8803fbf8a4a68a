import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import "./parts/words.ts";
import { Dialog } from "../controls/dialog.tsx";
import { problemText } from "../language/problem-text.ts";
import { t } from "../language/t.ts";
import { language, tagOf } from "../language/view.ts";
import { EnquiryForm } from "./parts/enquiry-form.tsx";
import { Receipt } from "./parts/receipt.tsx";
import { type EnquiryReceipt, type EnquiryTerms, getEnquiryTerms } from "./requests.ts";
import { enquiry } from "./view.ts";
import "./enquiry.css";

/** The form of an enquiry, and what its writer gets: a reference, and the link that deletes it. */
export function EnquirySheet() {
  return (
    <Dialog
      open={enquiry.value === "open"}
      title={t("enquiry.title")}
      name="enquiry-sheet"
      lang={tagOf(language.value)}
      close={() => {
        enquiry.value = "closed";
      }}
    >
      {() => <Enquiry />}
    </Dialog>
  );
}

type State =
  | { kind: "asking" }
  | { kind: "failed"; why: string }
  | { kind: "writing"; terms: EnquiryTerms }
  | { kind: "sent"; receipt: EnquiryReceipt };

function Enquiry() {
  const state = useSignal<State>({ kind: "asking" });
  // for how long it is kept stands in the form before somebody agrees to it
  const ask = async () => {
    state.value = { kind: "asking" };
    const terms = await getEnquiryTerms();
    state.value = terms.ok
      ? { kind: "writing", terms: terms.data }
      : { kind: "failed", why: problemText(terms.problem) };
  };
  useEffect(() => void ask(), []);
  const now = state.value;
  if (now.kind === "asking") return <p role="status">{t("enquiry.loading")}</p>;
  if (now.kind === "failed")
    return (
      <p role="alert" class="visitor-problem">
        {now.why}
        <button type="button" class="button" onClick={() => void ask()}>
          {t("enquiry.retry")}
        </button>
      </p>
    );
  if (now.kind === "sent") return <Receipt receipt={now.receipt} again={() => void ask()} />;
  return (
    <EnquiryForm
      terms={now.terms}
      sent={(receipt) => {
        state.value = { kind: "sent", receipt };
      }}
    />
  );
}
