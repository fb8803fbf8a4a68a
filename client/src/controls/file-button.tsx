import type { ComponentChildren } from "preact";
import "./file-button.css";

type Props = {
  accept: string;
  multiple?: boolean;
  name?: string;
  take: (files: readonly File[]) => void;
  /** What the button says. */
  children: ComponentChildren;
};

/** A button that lets files be chosen; the same one again is a choice too. */
export function FileButton({ accept, multiple = false, name, take, children }: Props) {
  return (
    <label class="button file-button">
      {children}
      <input
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </label>
  );
}
