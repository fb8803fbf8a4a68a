import { explain, said, step } from "./say.mjs";
import { isEnding } from "./shutdown.mjs";
import { add, emptyTally, words } from "./tally.mjs";

/** Two cores are soon full: so many stages at a time, and one whose tests look at the clock has nobody beside it. */
const atOnce = 2;

/**
 * Runs stages, {name, uses, makes, alone, run}, each when what it `uses` is made, the earlier ones first; answers with the
 * sum of their tallies. `tell` says on the terminal what is done. One that cannot run, because what it uses could not be made, counts as a failure.
 */
export async function runStages(stages, place, tell = { alone: step, beside: said }) {
  const total = emptyTally();
  const waiting = [...stages];
  const running = new Map();
  const broken = new Set();
  const work = async (stage) => {
    const missing = stage.uses?.find((build) => broken.has(build));
    const tally = missing
      ? failure(stage, `not run: the build of the ${missing} failed`)
      : await stage.run(place).catch((error) => failure(stage, explain(error)));
    if (stage.makes && tally.failed.length > 0) broken.add(stage.makes);
    add(total, tally);
    return stage.uses ? words(tally) : tally.failed.length > 0 ? "failed" : undefined;
  };
  while (!isEnding() && waiting.length + running.size > 0) {
    const stage = next(waiting, [...running.keys()]);
    if (stage) {
      waiting.splice(waiting.indexOf(stage), 1);
      const told = stage.alone ? tell.alone : tell.beside;
      running.set(
        stage,
        told(stage.name, () => work(stage)).then(() => running.delete(stage)),
      );
    } else await Promise.race(running.values());
  }
  return total;
}

/** The stage that may begin now, beside those that run; undefined when all have to wait for one of these. */
function next(waiting, running) {
  if (running.length >= atOnce || running.some(({ alone }) => alone)) return undefined;
  const isMade = (build) => ![...waiting, ...running].some(({ makes }) => makes === build);
  const ready = waiting.filter(({ uses = [] }) => uses.every(isMade));
  return ready.find(({ alone }) => !alone) ?? (running.length === 0 ? ready[0] : undefined);
}

const failure = ({ name }, message) => ({ ...emptyTally(), failed: [{ name, message }] });
