import { type Signal, signal } from "@preact/signals";
import { choiceField, codeOf, type ViewField, viewField } from "../url/field.ts";
import { LINK_VERSION, linkVersion, parseVersion, readParts, tellUnread } from "./link.ts";
import { notes, parseNotes, serialiseNotes } from "./notes.ts";

/**
 * What an investor asks, as a link carries it. Read by its form alone and bounded: which criteria, must-haves and parks
 * there are is known when the page opens, and what it does not know is dropped there and said (drop-unknown.ts).
 */

/** A chain or a cluster by its code, or words that the server is to understand. */
export type Asked = { kind: "chain" | "cluster"; code: string } | { kind: "words"; words: string } | null;
/** What excludes a park; `least` in the unit of its indicator. */
export type ChosenMust = { code: string; least: number | null };

export const MOST_CHOSEN = 4;
const MOST_PARTS = 20;
const LONGEST_WORDS = 100;
const LARGEST_WEIGHT = 100;
const LARGEST_FIGURE = 1e15;

export const asked = signal<Asked>(null);
export const musts = signal<readonly ChosenMust[]>([]);
/** The weights that are not those of the catalogue, 0 to 100 by criterion. */
export const weights = signal<Readonly<Record<string, number>>>({});
export const UNKNOWN_COUNTS = ["range", "low", "middle"] as const;
export type UnknownCounts = (typeof UNKNOWN_COUNTS)[number];
export const unknownCounts = signal<UnknownCounts>(UNKNOWN_COUNTS[0]);
/** Codes of the parks to compare. */
export const chosen = signal<readonly string[]>([]);
/** Codes of projects or of chains to compare instead of parks. */
export const comparedCodes = signal<readonly string[]>([]);
export const COMPARED_ROWS = ["differences", "all"] as const;
export const comparedRows = signal<(typeof COMPARED_ROWS)[number]>(COMPARED_ROWS[0]);

const once = <Value>(values: readonly Value[], key: (value: Value) => string): Value[] => [
  ...new Map(values.map((value) => [key(value), value])).values(),
];

function parseAsked(text: string | null): Asked {
  if (!text) return null;
  const [, kind, rest = ""] = /^(chain|cluster|q):(.+)$/s.exec(text) ?? [];
  const words = rest.trim().slice(0, LONGEST_WORDS);
  if (kind === "q" && words) return { kind: "words", words };
  const code = codeOf(rest);
  if (code && (kind === "chain" || kind === "cluster")) return { kind, code };
  tellUnread([text]);
  return null;
}

const serialiseAsked = (value: Asked): string =>
  value === null ? "" : value.kind === "words" ? `q:${value.words}` : `${value.kind}:${value.code}`;

function parseMust(text: string): ChosenMust[] {
  const [name = "", figure] = text.split(":");
  const code = codeOf(name);
  const least = figure === undefined ? null : Number(figure);
  const isFigure = least === null || (least > 0 && least <= LARGEST_FIGURE);
  return code && isFigure ? [{ code, least }] : [];
}

/** As it stands in the address, there and here. */
export const serialiseMust = ({ code, least }: ChosenMust): string => (least === null ? code : `${code}:${least}`);

function parseWeight(text: string): [string, number][] {
  const [name = "", figure = ""] = text.split(":");
  const code = codeOf(name);
  return code && /^\d{1,3}$/.test(figure) && Number(figure) <= LARGEST_WEIGHT ? [[code, Number(figure)]] : [];
}

export const serialiseWeights = (value: Readonly<Record<string, number>>): string =>
  Object.entries(value)
    .map(([code, weight]) => `${code}:${weight}`)
    .join(",");

/** A field that comes to mean something else gets another name: a link of then stays what it was. */
export const parksFields = [
  viewField({ name: "ask", signal: asked, parse: parseAsked, serialise: serialiseAsked }),
  viewField({
    name: "must",
    signal: musts,
    parse: (text): readonly ChosenMust[] => once(readParts(text, MOST_PARTS, parseMust), ({ code }) => code),
    serialise: (value) => value.map(serialiseMust).join(","),
  }),
  viewField({
    name: "weights",
    signal: weights,
    parse: (text): Readonly<Record<string, number>> => Object.fromEntries(readParts(text, MOST_PARTS, parseWeight)),
    serialise: serialiseWeights,
    choice: null,
  }),
  choiceField("unknown", unknownCounts, UNKNOWN_COUNTS),
  codesField("parks", chosen),
  codesField("compared", comparedCodes),
  viewField({
    name: "notes",
    signal: notes,
    parse: (text) => parseNotes(text, MOST_CHOSEN),
    serialise: (value) => serialiseNotes(value, chosen.value),
    choice: null,
  }),
  choiceField("rows", comparedRows, COMPARED_ROWS),
  versionField(),
];

function codesField(name: string, of: Signal<readonly string[]>): ViewField {
  return viewField({
    name,
    signal: of,
    parse: (text): readonly string[] =>
      once(
        readParts(text, MOST_CHOSEN, (code) => [codeOf(code) ?? []].flat()),
        (code) => code,
      ),
    serialise: (value) => value.join(","),
    choice: null,
  });
}

/** Says in which form the others are, where they say anything. */
function versionField(): ViewField {
  const isSaid = () =>
    asked.value !== null || musts.value.length + chosen.value.length + comparedCodes.value.length > 0;
  return {
    name: "v",
    show(query) {
      linkVersion.value = parseVersion(query.get("v"));
    },
    write: () => (isSaid() ? String(LINK_VERSION) : ""),
    step: () => "",
  };
}
