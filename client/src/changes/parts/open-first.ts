/** Shows the first control of a form that the browser finds fault with, out of whatever fold it lies in; whether there is one. */
export function openFirst(form: HTMLFormElement): boolean {
  const [first] = form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    "input:invalid, select:invalid, textarea:invalid",
  );
  if (!first) return false;
  for (let fold = first.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  first.reportValidity();
  return true;
}
