import plansFile from "@gis-data/catalogue/plans.json";

/** A paragraph id says where in the plan a sentence stands (docs/data-model.md "Paragraph locators"). */
export type Locator =
  | { kind: "chapter"; part: number | null; chapter: number; place: "paragraph" | "row"; number: number }
  | { kind: "part"; part: number; number: number }
  | {
      kind: "box";
      part: number | null;
      chapter: number | null;
      box: string;
      place: "item" | "paragraph";
      number: number;
    };

const plan = plansFile.plans[0];

function partOf(chapter: number): number | null {
  const part = plan?.parts.find(({ chapters: [from = 0, to = 0] }) => chapter >= from && chapter <= to);
  return part?.number ?? null;
}

export function parseLocator(paragraph: string): Locator | null {
  const chapter = /^[a-z0-9]+-chapter-(\d+)-(p|row-)(\d+)$/.exec(paragraph);
  if (chapter) {
    const number = Number(chapter[1]);
    const place = chapter[2] === "p" ? "paragraph" : "row";
    return { kind: "chapter", part: partOf(number), chapter: number, place, number: Number(chapter[3]) };
  }
  const part = /^[a-z0-9]+-part-(\d+)-p(\d+)$/.exec(paragraph);
  if (part) return { kind: "part", part: Number(part[1]), number: Number(part[2]) };
  const box = /^[a-z0-9]+-box-(\d+-\d+)-(p|item-)(\d+)$/.exec(paragraph);
  if (!box?.[1]) return null;
  const name = box[1];
  const inChapter = plan?.boxes.find((entry) => entry.box === name)?.chapter ?? null;
  return {
    kind: "box",
    part: inChapter === null ? null : partOf(inChapter),
    chapter: inChapter,
    box: name,
    place: box[2] === "p" ? "paragraph" : "item",
    number: Number(box[3]),
  };
}
