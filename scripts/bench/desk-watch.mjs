/**
 * In the page: notes from now on when the desk shows what, in ms after the next press. What is there counts when it has been
 * painted; the places when the map has come to rest on them.
 */
export function watch(number) {
  let pressed = 0;
  addEventListener(
    "click",
    ({ timeStamp }) => {
      pressed = timeStamp;
    },
    { capture: true, once: true },
  );
  const seen = {};
  const tasks = [];
  const looked = {
    list: () => document.querySelector(".change-review .change-item") !== null,
    map: () => {
      const sheet = document.querySelector(".compared-places");
      const isDrawn = sheet?.dataset.places === String(number) && sheet.querySelector(".after") !== null;
      return isDrawn && sheet.style.visibility !== "hidden";
    },
    checks: () => document.querySelector(".change-review .review-check") !== null,
  };
  // after the frame that has it
  const painted = (name) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if ((looked[name] ?? looked.map)()) seen[name] = performance.now();
      };
      port2.postMessage(null);
    });
  const was = { list: looked.list(), map: looked.map(), checks: looked.checks() };
  const look = (changed) => {
    for (const [name, isThere] of Object.entries(looked)) {
      const is = isThere();
      if (is && !was[name]) painted(name);
      was[name] = is;
    }
    // it is drawn anew at every step of a flight
    if (was.map && changed.some(({ target }) => target.matches(".compared-places"))) painted("rest");
  };
  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["style"] });
  const long = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  long.observe({ entryTypes: ["longtask"] });
  return {
    seen,
    result() {
      changes.disconnect();
      long.disconnect();
      const after = (time) => Math.round(time - pressed);
      const requests = performance
        .getEntriesByType("resource")
        .filter(({ startTime }) => startTime >= pressed)
        .map(({ name, startTime, responseEnd, encodedBodySize }) => ({
          path: name.slice(location.origin.length),
          from: after(startTime),
          to: after(responseEnd),
          bytes: encodedBodySize,
        }));
      return {
        ...Object.fromEntries(Object.entries(seen).map(([name, time]) => [name, after(time)])),
        tasks: tasks.filter(({ startTime }) => startTime + 1 >= pressed).map(({ duration }) => duration),
        requests,
      };
    },
  };
}
