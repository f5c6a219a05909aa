import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerCall, sendAnswer } from "./answer-call.ts";
import { errorAnswer } from "./carry-out.ts";
import type { Faults } from "./faults.ts";
import type { CallLog } from "./call-log.ts";
import type { MethodTable } from "../methods/method-table.ts";
import { readPayload } from "./read-payload.ts";
import { Refusal } from "../rules/refusal.ts";

export type ServerParts = {
  readonly token: string;
  readonly table: MethodTable;
  readonly callLog: CallLog;
  readonly faults: Faults;
};

export type Listening = { readonly url: string; readonly close: () => Promise<void> };

const LOOPBACK = "127.0.0.1";
const HTTP_METHODS = new Set(["GET", "POST"]);
const TOKEN = /^\d+:[\w-]+$/u;
const ENCODED_COLON = /%3A/iu;
/** `/bot<token>/<method>` */
const PATH = /^\/bot(?<token>[^/]*)\/(?<method>[^/]*)$/u;

/** Serves the methods over HTTP, to this machine only. */
export async function listen(parts: ServerParts, port: number): Promise<Listening> {
  const server = createServer((request, response) => {
    // Nothing awaits a request handler, so a failure becomes an answer.
    void serve(parts, request, response).catch((error: unknown) =>
      sendAnswer(response, errorAnswer(error)),
    );
  });
  server.listen(port, LOOPBACK);
  await once(server, "listening");
  return { url: urlOf(server), close: () => close(server) };
}

/** Closes open polls too, instead of waiting for them. */
async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

function urlOf(server: Server): string {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : address;
  return `http://${LOOPBACK}:${port}`;
}

async function serve(parts: ServerParts, request: IncomingMessage, response: ServerResponse) {
  if (!HTTP_METHODS.has(request.method ?? "")) throw new Refusal(405, "Method Not Allowed");
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const method = authorizedMethod(pathname, parts.token);
  const payload = await readPayload(request, searchParams);
  const call = parts.callLog.begin(method, payload);
  const fault = parts.faults.take(method);
  if (fault) call.fault = fault;

  const hangUp = new AbortController();
  response.once("close", () => {
    hangUp.abort();
    parts.callLog.end(call);
  });
  const { table, faults } = parts;
  const faultsCleared = faults.cleared();
  await answerCall({ call, table, response, hungUp: hangUp.signal, faultsCleared });
}

/** The method in a path, after its token is checked. */
function authorizedMethod(path: string, token: string): string {
  const groups = PATH.exec(path)?.groups;
  if (!groups) throw new Refusal(404, "Not Found");
  const given = (groups["token"] ?? "").replace(ENCODED_COLON, ":");
  if (!TOKEN.test(given)) throw new Refusal(401, "Unauthorized: invalid token specified");
  if (given !== token) throw new Refusal(401, "Unauthorized");
  return groups["method"] ?? "";
}
