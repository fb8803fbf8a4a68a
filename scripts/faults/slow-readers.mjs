import { get } from "node:http";

/**
 * Readers that take so many bytes a second of what they asked for, each from an address of its own (on the loopback of
 * Linux all of 127.0.0.0/8 is there). `stop` ends them; `ended` says how each stands: null while it goes on.
 */
export function slowReaders(addresses, bytesPerSecond) {
  const readers = addresses.map((address, number) => {
    const reader = { status: undefined, bytes: 0, ended: null };
    reader.request = get(address, { localAddress: `127.0.1.${number + 1}`, agent: false }, (answer) => {
      reader.status = answer.statusCode;
      answer.pause();
      const take = setInterval(() => {
        const chunk = answer.read(Math.min(bytesPerSecond, answer.readableLength)) ?? Buffer.alloc(0);
        reader.bytes += chunk.length;
      }, 1000);
      answer.on("close", () => {
        clearInterval(take);
        reader.ended ??= answer.complete ? "complete" : "cut off";
      });
      answer.on("error", () => {});
    });
    reader.request.on("error", (error) => (reader.ended ??= error.code));
    return reader;
  });
  return {
    readers,
    stop: () => {
      for (const { request } of readers) request.destroy();
    },
  };
}
