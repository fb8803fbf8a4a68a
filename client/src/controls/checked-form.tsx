import { type Signal, useSignal } from "@preact/signals";
import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import { t } from "../language/t.ts";
import { type Control, type Fault, faultOf } from "./field-fault.ts";
import "./parts/words.ts";
import "./checked-form.css";

type Faults = Readonly<Record<string, Fault>>;
const INVALID = "aria-invalid";
const FaultsOfForm = createContext<Signal<Faults> | null>(null);

type Props = {
  class?: string;
  id?: string;
  "aria-label"?: string;
  /** What was filled in is whole. */
  submit: (form: HTMLFormElement) => void;
  children: ComponentChildren;
};

/**
 * A form that says what is missing beside its field and in the words of the page, where the browser would in its own. Its
 * controls say by `required` and the like what they ask for, and each has a name of its own.
 */
export function CheckedForm({ submit, children, ...rest }: Props) {
  const faults = useSignal<Faults>({});
  return (
    <FaultsOfForm.Provider value={faults}>
      <form
        {...rest}
        noValidate
        data-checked
        onSubmit={(event) => {
          event.preventDefault();
          // it may stand in another form, which is not submitted by this
          event.stopPropagation();
          const form = event.currentTarget;
          const wrong = controlsOf(form).filter(({ validity }) => !validity.valid);
          for (const control of wrong) control.setAttribute(INVALID, "true");
          faults.value = Object.fromEntries(wrong.map((control) => [control.name, faultOf(control)]));
          if (wrong[0]) show(wrong[0]);
          else submit(form);
        }}
        onInput={({ target }) => mended(faults, target as Control)}
        onChange={({ target }) => mended(faults, target as Control)}
      >
        {children}
      </form>
    </FaultsOfForm.Provider>
  );
}

/** What is wrong with a field, below its control; nothing as long as nothing is. */
export function FieldFault({ name }: { name: string | undefined }) {
  const fault = useContext(FaultsOfForm)?.value[name ?? ""];
  return fault ? (
    <span class="field-fault" role="alert">
      {t(fault.words, fault.args)}
    </span>
  ) : null;
}

const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (one): one is Control =>
      one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement,
  );

function mended(faults: Signal<Faults>, control: Control): void {
  const { [control.name]: fault, ...others } = faults.peek();
  if (!fault || !control.validity.valid) return;
  control.removeAttribute(INVALID);
  faults.value = others;
}

/** Out of whatever fold it lies in. */
function show(control: Control): void {
  for (let fold = control.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  control.focus();
}
