/** Tests of some names, as each runner wants to be told: any of the texts between `|`, in whatever case. */
export function named(names) {
  if (!names) return { xunit: [], node: [], vitest: [], playwright: [] };
  const texts = names.split("|");
  const pattern = texts.map(inAnyCase).join("|");
  return {
    // A name in C# has underscores where a sentence has spaces.
    xunit: [...new Set(texts.flatMap((text) => [text, text.replaceAll(" ", "_")]))].flatMap((text) => [
      "-displayName",
      `*${text}*`,
    ]),
    node: [`--test-name-pattern=${pattern}`],
    vitest: [`--testNamePattern=${pattern}`],
    playwright: ["--grep", pattern, "--pass-with-no-tests"],
  };
}

/** Two runners tell a test that was not asked for from one that waits for something only by its lack of a reason. */
export const isLeftOut = ({ message }) => !message || message.trim() === "test name does not match pattern";

const inAnyCase = (text) =>
  text.replace(/[.*+?^${}()[\]\\/]/g, "\\$&").replace(/[a-z]/gi, (x) => `[${x.toLowerCase()}${x.toUpperCase()}]`);
