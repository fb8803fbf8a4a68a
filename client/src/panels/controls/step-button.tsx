import { Icon } from "./icons.tsx";

type Props = { icon: "left" | "right"; name: string; disabled: boolean; onClick: () => void };

/** Back or forward by one: a sentence, a chapter. */
export function StepButton({ icon, name, disabled, onClick }: Props) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} disabled={disabled} onClick={onClick}>
      <Icon name={icon} size={16} />
    </button>
  );
}
