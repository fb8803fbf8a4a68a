import type { ButtonHTMLAttributes } from "preact";
import { Icon, type IconName } from "./icons.tsx";

type State = "role" | "disabled" | "aria-pressed" | "aria-checked" | "aria-haspopup";

type Props = Pick<ButtonHTMLAttributes, State> & {
  icon: IconName;
  /** What it does: for screen readers, and as the tooltip for all others. */
  name: string;
  /** Side of the icon in pixels. */
  size?: number;
  /** As high as a line of text where there is a mouse; as large as all others for a finger. */
  small?: boolean;
  class?: string;
  onClick: () => void;
};

/** A button that is nothing but an icon. */
export function IconButton({ icon, name, size = 18, small = false, class: more, onClick, ...state }: Props) {
  const classes = ["icon-button", small && "small", more].filter(Boolean).join(" ");
  return (
    <button {...state} type="button" class={classes} aria-label={name} title={name} onClick={() => onClick()}>
      <Icon name={icon} size={size} />
    </button>
  );
}
