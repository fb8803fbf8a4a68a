import { IconButton } from "../controls/icon-button.tsx";
import { Icon, type IconName } from "../controls/icons.tsx";

type Props = {
  icon: IconName;
  /** What it does, in full. */
  name: string;
  /** The word below its picture, which its name contains; without it the picture stands alone. */
  label: string | null;
  disabled?: boolean;
  onClick: () => void;
};

/** A button of the bar that draws: a picture, with its word where there is room. */
export function ToolButton({ icon, name, label, disabled = false, onClick }: Props) {
  if (label === null) return <IconButton icon={icon} name={name} disabled={disabled} onClick={onClick} />;
  return (
    <button type="button" class="draw-tool" aria-label={name} title={name} disabled={disabled} onClick={onClick}>
      <ToolFace icon={icon} label={label} />
    </button>
  );
}

/** What is seen of it. */
export function ToolFace({ icon, label }: Pick<Props, "icon" | "label">) {
  return (
    <>
      <Icon name={icon} />
      {label !== null && <span aria-hidden="true">{label}</span>}
    </>
  );
}
