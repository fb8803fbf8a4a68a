import { createServer, request } from "node:http";

/** Stands before a server, passes everything on, and keeps the addresses that a program asked for. */
export async function recorder(target) {
  const { hostname, port } = new URL(target);
  const asked = [];
  const server = createServer((question, answer) => {
    asked.push(new URL(question.url, target));
    const { method, url: path, headers } = question;
    const onward = request({ hostname, port, method, path, headers }, (reply) => {
      answer.writeHead(reply.statusCode, reply.headers);
      reply.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    question.pipe(onward);
  });
  await new Promise((resolve) => server.listen(0, "localhost", resolve));
  return {
    asked,
    url: `http://localhost:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
