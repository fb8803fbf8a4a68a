import { computed, signal } from "@preact/signals";
import { isPageThere } from "./request.ts";

/** Parts of the program that are loaded when they are wanted. Every `import()` goes through here (architecture.test.ts). */
type Missing = { retry: () => Promise<boolean>; forget: () => void };

const missing = signal<readonly Missing[]>([]);

/** Something that was wanted did not come. */
export const isPartMissing = computed(() => missing.value.length > 0);

/**
 * Gives the part, loaded once. While it does not come the promise stays open, and the page offers to try again; when it
 * comes after all, everybody who waits has it.
 */
export function lazyPart<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let wanted: Promise<Part> | null = null;
  const attempt = async (): Promise<Part> => {
    try {
      return await load();
    } catch {
      return new Promise((resolve) => {
        const entry: Missing = {
          async retry() {
            try {
              resolve(await load());
            } catch {
              return false;
            }
            leave(entry);
            return true;
          },
          forget() {
            // whoever wants it again, asks again
            wanted = null;
            leave(entry);
          },
        };
        missing.value = [...missing.value, entry];
      });
    }
  };
  return () => {
    wanted ??= attempt();
    return wanted;
  };
}

function leave(entry: Missing): void {
  missing.value = missing.value.filter((other) => other !== entry);
}

/**
 * A part may be gone for good: the server has a newer program, or the browser remembers that it failed
 * (whatwg/html#6768). What does not come although the page itself would is a reason to load the page anew; all of the
 * view is in its address.
 */
export async function retryParts(loadPage: () => void = () => location.reload()): Promise<void> {
  const came = await Promise.all(missing.peek().map(({ retry }) => retry()));
  if (came.includes(false) && (await isPageThere())) loadPage();
}

export function forgetParts(): void {
  for (const { forget } of missing.peek()) forget();
}
