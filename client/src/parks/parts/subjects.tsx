import { useEffect, useState } from "preact/hooks";
import { collectionOf, vocabularies } from "../../catalogue.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { RadioGroup } from "../../controls/radio-group.tsx";
import { collections } from "../../features/plan.ts";
import { inLanguage, type Name, nameOf } from "../../language/names.ts";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { openPanorama } from "../../panorama/open.ts";
import { openFeature } from "../../selection/select.ts";
import { addCompared, type ComparedKind, held, kindOf, removeCompared, wantComparison } from "../comparison.ts";
import { comparedCodes, MOST_CHOSEN } from "../view.ts";
import { SideBySide } from "./side-by-side.tsx";
import { subjectGroups } from "./subject-rows.tsx";
import { Said, subjectName } from "./subject-values.tsx";

type Named = { code: string; name: string };
const projects = collectionOf("project");
const KINDS: readonly ComparedKind[] = ["park", ...(projects ? (["project"] as const) : []), "industry-chain"];

/** Which kind of things stands side by side: things of several kinds have no rows in common. */
export function useKind(): [ComparedKind, (kind: ComparedKind) => void] {
  const [wanted, want] = useState<ComparedKind>("park");
  const [first] = comparedCodes.value;
  return [
    first === undefined ? wanted : kindOf(first),
    (kind) => {
      want(kind);
      comparedCodes.value = [];
    },
  ];
}

export function KindChoice({ kind, choose }: { kind: ComparedKind; choose: (kind: ComparedKind) => void }) {
  return (
    <RadioGroup
      class="switch"
      label={t("compare.kind")}
      value={kind}
      options={KINDS.map((value) => ({ value, label: t(`compare.kind_${value}` as const) }))}
      onChange={choose}
    />
  );
}

/** Projects or chains side by side, with what could stand beside them. */
export function Subjects({ kind }: { kind: ComparedKind }) {
  const codes = comparedCodes.value;
  useEffect(() => wantComparison(codes), [codes]);
  const now = held.value?.codes === codes.join(",") ? held.value : null;
  const subjects = now?.comparison?.subjects ?? [];
  return (
    <>
      {codes.length < MOST_CHOSEN && <Add kind={kind} codes={codes} />}
      {codes.length < 2 && (
        <p class="state-empty">{t(codes.length === 0 ? "compare.empty_other" : "compare.one_other")}</p>
      )}
      {now?.problem && (
        <div class="reading-absent" role="alert">
          <p>{problemText(now.problem)}</p>
          <button type="button" class="button" onClick={() => wantComparison(codes)}>
            {t("states.retry")}
          </button>
        </div>
      )}
      {codes.length > 0 && !now && <span class="skeleton" style={{ height: "320px" }} />}
      {now?.comparison && (
        <>
          <SideBySide
            heads={subjects.map((subject) => (
              <Head key={subject.code} kind={kind} code={subject.code} name={subjectName(subject)} />
            ))}
            groups={subjectGroups(now.comparison)}
          />
          <p class="note">{t("compare.side_by_side_other")}</p>
        </>
      )}
    </>
  );
}

function Head({ kind, code, name }: { kind: ComparedKind; code: string; name: Name }) {
  return (
    <th scope="col">
      <span class="compare-head">
        <button
          type="button"
          class="match-name"
          onClick={() => (kind === "project" && projects ? openFeature(projects, code) : openPanorama(code))}
        >
          <Said {...name} />
        </button>
        <IconButton
          icon="close"
          size={14}
          small
          name={t("parks.remove", { name: name.text })}
          onClick={() => removeCompared(code)}
        />
      </span>
    </th>
  );
}

/** What is held by the page; of very many projects those that the server finds alike. */
function candidates(kind: ComparedKind): Named[] {
  if (kind === "industry-chain")
    return (vocabularies.get("industry_chain")?.terms ?? []).map((chain) => ({
      code: chain.code,
      name: inLanguage(chain),
    }));
  const features = projects ? collections.value.get(projects) : undefined;
  return features
    ? features.map(({ properties }) => ({ code: properties.code, name: nameOf(properties).text }))
    : (held.value?.comparison?.others ?? []).map((other) => ({ code: other.code, name: subjectName(other).text }));
}

function Add({ kind, codes }: { kind: ComparedKind; codes: readonly string[] }) {
  return (
    <select
      class="compare-add"
      aria-label={t("compare.add")}
      value=""
      onChange={(event) => {
        const code = event.currentTarget.value;
        if (code) addCompared(code);
        event.currentTarget.value = "";
      }}
    >
      <option value="">{t("compare.add")}</option>
      {candidates(kind)
        .filter(({ code }) => !codes.includes(code))
        .map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </select>
  );
}
