import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { codeOf } from "../../logging/describe-error.ts";
import { type DeskParts, serveDeskFile, serveEditorial } from "../editorial/desk-routes.ts";
import { problemIn, replyWith, safetyHeaders } from "../http-replies.ts";
import { type Admission, admit } from "./admission.ts";

export type MiniAppOptions = {
  /** Where Telegram opens the desk: `https://bot.example/desk`. */
  readonly url: string;
  /** Where the proxy in front of it finds this process. */
  readonly port: number;
  readonly host: string;
  readonly admission: Admission;
  readonly desk: Omit<DeskParts, "hasChat">;
};

/** Telegram's client in a browser shows Mini Apps in a frame; all others show them as a page. */
const HEADERS = safetyHeaders("https://web.telegram.org");

export type MiniApp = { readonly port: number; readonly close: () => Promise<void> };

/**
 * Serves the desk to editors who open it from Telegram. Whoever else asks gets its empty page, and nothing more. Says
 * why if it cannot listen.
 */
export async function serveMiniApp(
  options: MiniAppOptions,
): Promise<MiniApp | { readonly problem: string }> {
  const server = createServer((request, response) => {
    void serve(options, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else replyWith(response, HEADERS)(...problemIn(error));
    });
  });
  try {
    server.listen(options.port, options.host);
    await once(server, "listening");
  } catch (error) {
    const at = `${options.host}:${options.port}`;
    const problem = `the desk cannot listen at ${at} (${codeOf(error)}): set another DESK_PORT or DESK_HOST`;
    return { problem };
  }
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : options.port,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(
  { url, admission, desk }: MiniAppOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reply = replyWith(response, HEADERS);
  const own = new URL(url);
  const { host = "", origin, authorization } = request.headers;
  if (host !== own.host) return reply(421, `the desk is at ${own.host} only`);
  const { pathname, search } = new URL(request.url ?? "/", url);
  const folder = own.pathname.endsWith("/") ? own.pathname : `${own.pathname}/`;
  // Without the slash, the page's own addresses would lead elsewhere.
  if (`${pathname}/` === folder) {
    response.writeHead(308, { ...HEADERS, Location: `${folder}${search}` }).end();
    return undefined;
  }
  if (!pathname.startsWith(folder)) return reply(404, "there is nothing here");

  const asked = { request, response, headers: HEADERS, path: pathname.slice(folder.length) };
  if (await serveDeskFile(asked, desk.root)) return undefined;
  if (request.method !== "POST") return reply(404, "there is nothing here");
  if (origin !== own.origin) return reply(403, "only the desk's own page may do this");
  const admitted = admit(authorization, admission);
  if ("why" in admitted) return reply(401, admitted.why);
  return serveEditorial(asked, { ...desk, hasChat: false }, admitted.by);
}
