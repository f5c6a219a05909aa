import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import {
  type DeskParts,
  type DeskRequest,
  serveDeskFile,
  serveEditorial,
} from "./editorial/desk-routes.ts";
import { jsonBodyOf, problemIn, replyWith, safetyHeaders } from "./http-replies.ts";
import { readPageFile } from "./page-files.ts";

export type PageParts = {
  /** The project's folder, which holds the page's files. */
  readonly root: string;
  /** What the page shows now; sent as a whole after each change. */
  readonly state: () => unknown;
  readonly onChange: (listener: () => void) => () => void;
  /** Why a reply is what it is, by the number that the state gives the message. */
  readonly explanation: (number: number) => unknown;
  /** Performs an action from the page; throws an Error whose message the page shows. */
  readonly act: (action: unknown) => void;
  readonly desk: Omit<DeskParts, "root" | "hasChat">;
};

export type PageServer = { readonly url: string; readonly close: () => Promise<void> };

const LOOPBACK = "127.0.0.1";
const MAX_BYTES = 64 * 1024;
/** One answer makes several changes; they are sent together. */
const BATCH_MS = 15;

const HEADERS = safetyHeaders();
/** Whoever is at the page on this machine. */
const YOU = "you";
const DESK = "/desk/";

/** Serves the page to this machine only, on any free port if this one is taken. */
export async function servePage(parts: PageParts, port: number): Promise<PageServer> {
  const server = createServer((request, response) => {
    void serve(parts, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else replyWith(response, HEADERS)(...problemIn(error));
    });
  });
  await listenOn(server, port);
  const address = server.address();
  const actualPort = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://${LOOPBACK}:${actualPort}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listenOn(server: Server, port: number): Promise<void> {
  try {
    server.listen(port, LOOPBACK);
    await once(server, "listening");
  } catch (error) {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!isTaken || port === 0) throw error;
    server.listen(0, LOOPBACK);
    await once(server, "listening");
  }
}

async function serve(
  parts: PageParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host = "", origin } = request.headers;
  const own = [LOOPBACK, "localhost"].map((name) => `${name}:${request.socket.localPort}`);
  // Any other name belongs to a foreign page that was made to resolve to this machine (DNS rebinding).
  const reply = replyWith(response, HEADERS);
  if (!own.includes(host)) return reply(421, "this page is served to this machine only");

  const { pathname, search, searchParams } = new URL(request.url ?? "/", `http://${LOOPBACK}`);
  if (request.method === "POST" && origin !== `http://${host}`) {
    return reply(403, "only this page may do this");
  }
  // Without the slash, the page's own addresses would lead elsewhere.
  if (`${pathname}/` === DESK) {
    response.writeHead(308, { ...HEADERS, Location: `${DESK}${search}` }).end();
    return undefined;
  }
  if (pathname.startsWith(DESK)) {
    const asked = { request, response, headers: HEADERS, path: pathname.slice(DESK.length) };
    return serveDesk(asked, parts);
  }
  if (request.method === "POST" && pathname === "/act") {
    parts.act(await jsonBodyOf(request, MAX_BYTES));
    return reply(200, "{}");
  }
  if (request.method !== "GET") return reply(405, "only GET and POST /act");
  if (pathname === "/events") return sendEvents(parts, request, response);
  if (pathname === "/why") {
    const found = parts.explanation(Number(searchParams.get("number")));
    return found ? reply(200, JSON.stringify(found)) : reply(404, "it is gone");
  }

  const file = await readPageFile("chat", pathname.slice(1), parts.root);
  if (!file) return reply(404, "there is no such file");
  response.writeHead(200, { ...HEADERS, "Content-Type": file.type }).end(file.body);
}

async function serveDesk(asked: DeskRequest, { root, desk }: PageParts): Promise<void> {
  if (await serveDeskFile(asked, root)) return;
  await serveEditorial(asked, { ...desk, root, hasChat: true }, YOU);
}

function sendEvents(parts: PageParts, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { ...HEADERS, "Content-Type": "text/event-stream" });
  let timer: NodeJS.Timeout | undefined;
  const send = () => {
    timer = undefined;
    response.write(`data: ${JSON.stringify(parts.state())}\n\n`);
  };
  const unsubscribe = parts.onChange(() => {
    timer ??= setTimeout(send, BATCH_MS);
  });
  request.on("close", () => {
    unsubscribe();
    clearTimeout(timer);
  });
  send();
}
