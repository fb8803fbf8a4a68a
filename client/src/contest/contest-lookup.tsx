import { Lookup } from "./parts/lookup.tsx";
import "./parts/words.ts";
import "./contest.css";
import "../visitors/visitor-form.css";

/** For sheets that somebody opens who has a reference and no form: what became of a contest. */
export const ContestLookup = () => (
  <div class="visitor-form">
    <Lookup />
  </div>
);
