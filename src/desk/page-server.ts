import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
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
};

export type PageServer = { readonly url: string; readonly close: () => Promise<void> };

const LOOPBACK = "127.0.0.1";
const MAX_BYTES = 64 * 1024;
/** One answer makes several changes; they are sent together. */
const BATCH_MS = 15;

const SAFETY_HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
};

/** Serves the page to this machine only, on any free port if this one is taken. */
export async function servePage(parts: PageParts, port: number): Promise<PageServer> {
  const server = createServer((request, response) => {
    void serve(parts, request, response).catch((error: unknown) => {
      const [status, sentence] = problemIn(error);
      reply(response, status, sentence);
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

/** What the page shows about a failed request. A bug's own message would explain nothing. */
function problemIn(error: unknown): readonly [status: number, sentence: string] {
  if (error instanceof SyntaxError) return [400, "The request is not JSON."];
  const isBug = !(error instanceof Error) || error instanceof TypeError;
  return isBug ? [500, "Something went wrong in the preview."] : [400, error.message];
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
  if (!own.includes(host)) return reply(response, 421, "this page is served to this machine only");

  const { pathname, searchParams } = new URL(request.url ?? "/", `http://${LOOPBACK}`);
  if (request.method === "POST" && pathname === "/act") {
    if (origin !== `http://${host}`) return reply(response, 403, "only this page may do this");
    parts.act(JSON.parse(await bodyOf(request)));
    return reply(response, 200, "{}");
  }
  if (request.method !== "GET") return reply(response, 405, "only GET and POST /act");
  if (pathname === "/events") return sendEvents(parts, request, response);
  if (pathname === "/why") {
    const found = parts.explanation(Number(searchParams.get("number")));
    return found ? reply(response, 200, JSON.stringify(found)) : reply(response, 404, "it is gone");
  }

  const file = await readPageFile(pathname, parts.root);
  if (!file) return reply(response, 404, "there is no such file");
  response.writeHead(200, { ...SAFETY_HEADERS, "Content-Type": file.type }).end(file.body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const length = Number(request.headers["content-length"] ?? Infinity);
  if (!(length <= MAX_BYTES)) throw new Error("the request is too long");
  return text(request);
}

function reply(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { ...SAFETY_HEADERS, "Content-Type": "text/plain; charset=utf-8" });
  response.end(body);
}

function sendEvents(parts: PageParts, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { ...SAFETY_HEADERS, "Content-Type": "text/event-stream" });
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
