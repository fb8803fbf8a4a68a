import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { lazyPart } from "../../api/lazy-part.ts";
import { Icon } from "../../controls/icons.tsx";
import { Popover } from "../../controls/popover.tsx";
import { t } from "../../language/t.ts";
import { copyText } from "../../notices/copy-text.ts";
import "./share-sheet.css";

const qr = lazyPart(() => import("lean-qr"));

/** The answer as a link: to copy, as a picture for a phone, and by what the device itself sends with. */
export function ShareButton() {
  return (
    <Popover
      label={t("parks.share")}
      heading={t("share.title")}
      buttonClass="button"
      button={
        <>
          <Icon name="link" size={16} />
          {t("parks.share")}
        </>
      }
      name="share-sheet"
    >
      {() => <ShareLink />}
    </Popover>
  );
}

export function ShareLink() {
  const link = location.href;
  return (
    <div class="share">
      <p class="note">{t("share.note")}</p>
      <QrCode text={link} />
      <label class="share-link">
        <span class="spoken">{t("share.link")}</span>
        <input type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <div class="share-actions">
        <button type="button" class="button" onClick={() => void copyText(link, "toast.copied")}>
          <Icon name="link" size={16} />
          {t("share.copy")}
        </button>
        {"share" in navigator && (
          // a person may close the device's own sheet again: nothing has failed
          <button
            type="button"
            class="button"
            onClick={() => void navigator.share({ title: document.title, url: link }).catch(() => undefined)}
          >
            <Icon name="arrow" size={16} />
            {t("share.send")}
          </button>
        )}
      </div>
    </div>
  );
}

/** Black on white in every theme: cameras read nothing else as surely. */
const QUIET = 4;
type Code = { path: string; side: number };

function QrCode({ text }: { text: string }) {
  const code = useSignal<Code | "too-long" | null>(null);
  useEffect(() => {
    void qr().then(({ generate }) => {
      try {
        const bitmap = generate(text);
        const squares: string[] = [];
        for (let y = 0; y < bitmap.size; y++)
          for (let x = 0; x < bitmap.size; x++)
            if (bitmap.get(x, y)) squares.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`);
        code.value = { path: squares.join(""), side: bitmap.size + 2 * QUIET };
      } catch {
        code.value = "too-long";
      }
    });
  }, [text, code]);
  if (code.value === null) return <span class="skeleton share-qr" />;
  if (code.value === "too-long") return <p>{t("share.too_long")}</p>;
  const { path, side } = code.value;
  return (
    <svg class="share-qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={t("share.qr")}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
