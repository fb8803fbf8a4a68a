import words from "./catalogue-missing.words.json";

/**
 * What the page says while the catalogue does not come: nothing of the program is there yet that could say it, and the
 * language of the view is not known, so it stands in both.
 */

/** Settles when somebody asks to try again, or the network is back. */
export function untilRetry(): Promise<void> {
  document.getElementById("missing")?.remove();
  const notice = element("div", "catalogue-missing state-card surface");
  notice.setAttribute("role", "alert");
  const lines = words.map(({ lang, failed }) => Object.assign(element("p", ""), { lang, textContent: failed }));
  const button = Object.assign(element("button", "button button-primary"), {
    type: "button",
    textContent: words.map(({ retry }) => retry).join(" · "),
  });
  notice.append(...lines, button);
  document.getElementById("app")?.append(notice);
  return new Promise((resolve) => {
    const again = () => {
      window.removeEventListener("online", again);
      notice.remove();
      resolve();
    };
    button.addEventListener("click", again);
    window.addEventListener("online", again);
  });
}

function element(name: "div" | "p" | "button", className: string): HTMLElement {
  return Object.assign(document.createElement(name), { className });
}
