import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { accountVerb } from "./server.mjs";

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/**
 * A request with a body of JSON: {status, json, tag, headers, ms}; status -1 when nothing came back, with the `error`.
 */
export function send(method, address, { body, headers = {}, limit = 60_000 } = {}) {
  const start = performance.now();
  return new Promise((resolve) => {
    const done = (status, more) => resolve({ status, ms: performance.now() - start, headers: {}, ...more });
    const text = body === undefined ? undefined : JSON.stringify(body);
    const sent = {
      ...headers,
      ...(text === undefined ? {} : { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) }),
    };
    const asked = request(address, { agent, method, headers: sent, timeout: limit }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", (error) => done(-1, { error }));
      answer.on("end", () => {
        const whole = Buffer.concat(chunks).toString("utf8");
        const json = /json/.test(answer.headers["content-type"] ?? "") && whole ? JSON.parse(whole) : undefined;
        done(answer.statusCode, { json, tag: answer.headers.etag, headers: answer.headers });
      });
    });
    asked.on("timeout", () => asked.destroy(new Error(`nothing within ${limit} ms`)));
    asked.on("error", (error) => done(-1, { error }));
    asked.end(text);
  });
}

/** An answer of `send` that must be a success. */
export function must(answer) {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Error(`${answer.status} ${JSON.stringify(answer.json ?? answer.error?.message)}`);
}

/**
 * A new account of a role, which has chosen its password and asks with a token of its own: `ask(method, path, {body, tag,
 * key})`, as `send` answers; `id` is as whom versions name it.
 */
export async function person(url, database, name, role) {
  const first = /^ {4}(\S+)$/m.exec(await accountVerb(["add", name, role], database))?.[1];
  const next = `${randomUUID()} ${randomUUID()}`;
  const inBrowser = async (path, body, cookie) => {
    const headers = { "Sec-Fetch-Site": "same-origin", ...(cookie ? { Cookie: cookie } : {}) };
    const answer = await send("POST", `${url}/api/account${path}`, { body, headers });
    if (answer.status >= 300 || answer.status < 0)
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.json)}`);
    return { ...answer, cookie: answer.headers["set-cookie"]?.[0].split(";")[0] ?? cookie };
  };
  const signedIn = await inBrowser("/sign-in", { name, password: first });
  const { cookie } = await inBrowser("/password", { current: first, next }, signedIn.cookie);
  const { secret } = (await inBrowser("/tokens", { name: "script", scope: "write", days: 1 }, cookie)).json;
  return {
    id: signedIn.json.id,
    name,
    password: next,
    ask: (method, path, { body, tag, key, limit } = {}) =>
      send(method, `${url}${path}`, {
        body,
        limit,
        headers: {
          Authorization: `Bearer ${secret}`,
          ...(tag ? { "If-Match": tag } : {}),
          ...(key ? { "Idempotency-Key": key } : {}),
        },
      }),
  };
}
