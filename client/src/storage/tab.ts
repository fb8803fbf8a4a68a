const STORED = "spatialplan.tab";
let own: string | null = null;

/**
 * The name of this tab: the same after a reload, and when the browser brings it back after a crash. A tab that somebody
 * duplicates has the name of the first: a hold tells the two apart.
 */
export function tabName(): string {
  own ??= kept();
  return own;
}

function kept(): string {
  // no secret: it has to differ from those of other tabs alone, and randomUUID is not there without HTTPS
  const fresh = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
  try {
    const before = sessionStorage.getItem(STORED);
    if (before) return before;
    sessionStorage.setItem(STORED, fresh);
  } catch {
    // a browser that keeps nothing: nothing is found again
  }
  return fresh;
}
