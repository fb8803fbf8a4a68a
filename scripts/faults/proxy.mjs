import { connect, createServer } from "node:net";

/**
 * Stands between the server and its database and spoils what passes. `to` is what `net.connect` takes.
 * `mode` may be changed at any time and acts on open connections too:
 * - pass: nothing is spoilt; `latency` (ms one way), `rate` (bytes a second, each connection) and `resets` (share of
 *   chunks at which a connection is reset) may be set
 * - blackhole: connections are accepted, and nothing passes in either direction
 * - refuse: open connections are reset, new ones too
 */
export async function faultProxy(to) {
  const pairs = new Set();
  const proxy = { mode: "pass", latency: 0, rate: 0, resets: 0, opened: 0, open: () => pairs.size };
  const server = createServer((client) => {
    proxy.opened++;
    if (proxy.mode === "refuse") return client.resetAndDestroy();
    const database = connect(to);
    const pair = { client, database, wake: new Set() };
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) socket.on("error", end).on("close", end);
    carry(client, database, pair, proxy, end);
    carry(database, client, pair, proxy, end);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(proxy, {
    port: server.address().port,
    set(mode, more = {}) {
      Object.assign(proxy, { mode, latency: 0, rate: 0, resets: 0 }, more);
      for (const { client, database, wake } of [...pairs]) {
        if (mode === "refuse") {
          client.resetAndDestroy();
          database.destroy();
        } else if (mode === "pass") for (const go of wake) go();
      }
    },
    close: () => {
      for (const { client, database } of pairs) {
        client.destroy();
        database.destroy();
      }
      return new Promise((resolve) => server.close(resolve));
    },
  });
}

/** One direction of a connection, chunk by chunk, in order. */
async function carry(from, to, pair, proxy, end) {
  try {
    for await (const chunk of from) {
      if (proxy.mode === "blackhole")
        await new Promise((go) => {
          pair.wake.add(go);
          to.once("close", go);
        });
      pair.wake.clear();
      if (Math.random() < proxy.resets) {
        pair.client.resetAndDestroy();
        return end();
      }
      const wait = proxy.latency + (proxy.rate > 0 ? (1000 * chunk.length) / proxy.rate : 0);
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      if (to.destroyed) return;
      to.write(chunk);
    }
    to.end();
  } catch {
    end();
  }
}
