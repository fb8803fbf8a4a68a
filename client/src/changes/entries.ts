/** Members of the entries of a list, by the type of the property (gis-data/catalogue/schema/feature-collection); a test holds them to it. */

export type Member = {
  name: string;
  kind: "text" | "number" | "term" | "choice" | "lines";
  /** Of a term. */
  vocabulary?: string;
  /** Of a choice. */
  choices?: readonly string[];
  /** What stands there when nothing is said: it may not be empty, is null, or is left out. */
  empty: "refused" | "null" | "absent";
  /** In characters. */
  longest?: number;
};

const text = (name: string, longest?: number): Member => ({
  name,
  kind: "text",
  empty: "refused",
  ...(longest ? { longest } : {}),
});
const term = (name: string, vocabulary: string): Member => ({ name, kind: "term", vocabulary, empty: "refused" });
const orNull = (member: Member): Member => ({ ...member, empty: "null" });
const orAbsent = (member: Member): Member => ({ ...member, empty: "absent" });
const number = (name: string): Member => ({ name, kind: "number", empty: "null" });
const choice = (name: string, choices: readonly string[]): Member => ({
  name,
  kind: "choice",
  choices,
  empty: "refused",
});

export const members: Readonly<Record<string, readonly Member[]>> = {
  citations: [
    text("paragraph"),
    orNull(text("attribute")),
    choice("basis", ["stated", "derived"]),
    orNull(text("rule")),
  ],
  outputs: [
    text("what_zh"),
    text("what_en"),
    number("quantity"),
    text("unit_zh"),
    text("unit_en"),
    orNull(choice("per", ["year", "day"])),
    text("paragraph"),
  ],
  grounds: [
    orNull(term("industry_chain", "industry_chain")),
    term("industry_cluster", "industry_cluster"),
    term("degree", "chain_degree"),
    text("words", 20),
    orNull(text("emphasis", 6)),
    orNull(text("through")),
    text("paragraph"),
    text("chain_words", 20),
    text("chain_paragraph"),
  ],
  statements: [
    text("what_zh", 40),
    text("what_en", 120),
    { name: "features", kind: "lines", empty: "refused" },
    text("paragraph"),
  ],
  targets: [
    term("indicator", "indicator"),
    number("horizon"),
    term("comparator", "comparator"),
    number("value"),
    term("unit", "unit"),
    text("paragraph"),
    orAbsent(choice("nature", ["expected", "binding"])),
    orAbsent(text("note_zh")),
    orAbsent(text("note_en")),
  ],
};

export type Entry = Readonly<Record<string, unknown>>;

/** A member of an entry as its field shows it. */
export function memberText({ name, kind }: Member, entry: Entry): string {
  const value = entry[name];
  if (value === null || value === undefined) return "";
  return kind === "lines" ? (value as string[]).join("\n") : String(value);
}

/** The entry with a member as its field says it; a figure that cannot be read stays a text, which is refused by name. */
export function withMember(entry: Entry, { name, kind, empty }: Member, said: string): Entry {
  const trimmed = said.trim();
  const { [name]: _, ...others } = entry;
  if (kind === "lines") return { ...others, [name]: trimmed === "" ? [] : said.split(/\n/) };
  if (trimmed === "") return empty === "absent" ? others : { ...others, [name]: empty === "null" ? null : "" };
  return { ...others, [name]: kind === "number" && Number.isFinite(Number(trimmed)) ? Number(trimmed) : said };
}

/** An entry in which nothing is said yet. */
export const emptyEntry = (of: readonly Member[]): Entry =>
  of.reduce<Entry>(
    (entry, member) =>
      withMember(entry, member, member.choices?.[0] && member.empty === "refused" ? member.choices[0] : ""),
    {},
  );
