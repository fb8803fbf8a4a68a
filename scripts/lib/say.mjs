/** Something a person has to do: printed as it is, without a stack. */
export class Stop extends Error {}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

export const say = (text = "") => process.stdout.write(`${text}\n`);

// A closed terminal must not keep the clean-up from running.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

/** Announces the step, does the work, says how long it took; a text that the work returns is shown with it. */
export async function step(name, work) {
  const begun = performance.now();
  process.stdout.write(`› ${name} … `);
  try {
    const note = await work();
    say(`${typeof note === "string" ? `${note}, ` : ""}${seconds(begun)}`);
    return note;
  } catch (error) {
    say(`failed after ${seconds(begun)}`);
    throw error;
  }
}

/** The same for work beside other work: one line, when it is done. */
export async function said(name, work) {
  const begun = performance.now();
  try {
    const note = await work();
    say(`› ${name} … ${typeof note === "string" ? `${note}, ` : ""}${seconds(begun)}`);
    return note;
  } catch (error) {
    say(`› ${name} … failed after ${seconds(begun)}`);
    throw error;
  }
}

const full =
  /No space left on device|ENOSPC|disk quota exceeded|EDQUOT|could not (?:write|extend) file.*: (?:wrote only|No space)/i;
export const speaksOfFullDisk = (text) => full.test(String(text));

/** What a person reads when something fails: our own sentence, or what the program said. */
export function explain(error) {
  const text = error instanceof Stop ? error.message : (error?.stack ?? String(error));
  if (speaksOfFullDisk(text))
    return `The disk is full. Free some space and run the same command again: what is half done is done again, what was saved is kept.\n${firstLineAbout(full, text)}`;
  return text;
}

const firstLineAbout = (pattern, text) =>
  `  (${
    text
      .split("\n")
      .find((line) => pattern.test(line))
      ?.trim() ?? ""
  })`;
