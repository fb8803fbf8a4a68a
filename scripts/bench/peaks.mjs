import { peakMemory } from "./load.mjs";

/** The most memory that servers ever held, and what was being done when they came to it. */
export function peaks(servers) {
  const found = servers.map(({ name, pid }) => ({ name, pid, megabytes: 0, when: "" }));
  return {
    /** Looks again after something was done. */
    after(what) {
      for (const one of found) {
        const megabytes = peakMemory(one.pid());
        if (megabytes > one.megabytes) Object.assign(one, { megabytes, when: what });
      }
    },

    all: () => found.map(({ name, megabytes, when }) => ({ name, megabytes, when })),
  };
}
