import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A web site on this machine, closed after the test. Pages by path; a text is an HTML page. */
export async function openSite(pages: Readonly<Record<string, string | Answer>>): Promise<string> {
  const server = createServer((request, response) => {
    const { url = "/" } = request;
    const page = pages[url] ?? pages[url.split("?")[0] ?? ""];
    if (typeof page === "function") page(request, response);
    else if (page === undefined) response.writeHead(404).end("<h1>Not found</h1>");
    else response.setHeader("content-type", "text/html; charset=utf-8").end(page);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}
