import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

/** A round-robin load balancer for replicas on these ports, which skips those that do not listen. */
export async function balance(ports: readonly number[], listenPort: number): Promise<void> {
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    turn += 1;
    const order = ports.map((_port, index) => ports[(turn + index) % ports.length] ?? 0);
    void incoming.toArray().then((chunks) => pass(Buffer.concat(chunks), order));

    function pass(body: Buffer, [port, ...others]: number[]): void {
      if (port === undefined) return void outgoing.writeHead(502).end();
      const { url = "/", method = "GET", headers } = incoming;
      const passed = request({ host: "127.0.0.1", port, path: url, method, headers });
      passed.on("response", (answer) => answerWith(answer, outgoing));
      passed.on("error", (error) => {
        const isDown = "code" in error && error.code === "ECONNREFUSED";
        if (isDown) pass(body, others);
        else outgoing.writeHead(502).end();
      });
      passed.end(body);
    }
  });
  server.listen(listenPort, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
}

function answerWith(answer: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(outgoing);
}
