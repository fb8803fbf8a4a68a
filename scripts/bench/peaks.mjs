import { peakMemory } from "./load.mjs";

/** The most memory that servers ever held, and what was being done when they came to it. */
export function peaks(servers) {
  const found = servers.map((server) => ({ ...server, megabytes: 0, when: "" }));
  return {
    found,

    /** Looks again after something was done. */
    after(what) {
      for (const one of found) {
        const megabytes = peakMemory(one.pid());
        if (megabytes > one.megabytes) Object.assign(one, { megabytes, when: what });
      }
    },
  };
}
