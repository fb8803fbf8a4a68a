import { useEffect, useRef } from "preact/hooks";
import { Faults } from "../../changes/faults.tsx";
import { t } from "../../language/t.ts";
import { mapPins } from "../../viewport/map-link.ts";
import { contests, contestsProblem, lookAtContests } from "../contests.ts";
import { ContestRow } from "./contest-row.tsx";
import { moveByKey } from "./move-by-key.ts";

/** What anybody has contested, each with its number, which is that of its pin on the map, and the form that answers it. */
export function ContestList() {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => void lookAtContests(), []);
  const listed = contests.value;
  useEffect(() => {
    mapPins.value = (listed ?? []).flatMap(({ place }, at) => {
      const [lon, lat] = place ?? [];
      return lon === undefined || lat === undefined
        ? []
        : [{ number: at + 1, place: [lon, lat] as const, isMuted: false }];
    });
    return () => {
      mapPins.value = [];
    };
  }, [listed]);
  if (contestsProblem.value) return <Faults problem={contestsProblem.value} />;
  if (!listed) return <p role="status">{t("states.loading")}</p>;
  if (listed.length === 0)
    return (
      <p class="note" role="status">
        {t("review.no_contests")}
      </p>
    );
  return (
    <ol
      class="change-list review-contests"
      ref={list}
      onKeyDown={(event) => moveByKey(event, list.current, "[data-contest]")}
    >
      {listed.map((contest, at) => (
        <li key={contest.reference}>
          <ContestRow contest={contest} number={at + 1} />
        </li>
      ))}
    </ol>
  );
}
