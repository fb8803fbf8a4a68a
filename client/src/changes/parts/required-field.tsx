import type { Signal } from "@preact/signals";
import { TextField } from "../../controls/text-field.tsx";

type Props = { name: string; label: string; text: Signal<string>; maxLength: number };

/** A line that a change set is not without; blanks alone are nothing. */
export const RequiredField = ({ label, ...rest }: Props) => (
  <TextField {...rest} label={`${label} *`} required pattern=".*\S.*" />
);
