import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { onTestFinished } from "vitest";
import type { Certificate } from "../support/self-signed-certificate.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Pages by path; a text is an HTML page. */
type Pages = Readonly<Record<string, string | Answer>>;

/** A web site on this machine, closed after the test. */
export async function openSite(pages: Pages): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(answerWith(pages)))}`;
}

/** The same over TLS. */
export async function openSecureSite(pages: Pages, certificate: Certificate): Promise<string> {
  return `https://localhost:${await listen(createSecureServer(certificate, answerWith(pages)))}`;
}

function answerWith(pages: Pages): Answer {
  return (request, response) => {
    const { url = "/" } = request;
    const page = pages[url] ?? pages[url.split("?")[0] ?? ""];
    if (typeof page === "function") page(request, response);
    else if (page === undefined) response.writeHead(404).end("<h1>Not found</h1>");
    else response.setHeader("content-type", "text/html; charset=utf-8").end(page);
  };
}

async function listen(
  server: Pick<Server, "listen" | "address" | "close" | "closeAllConnections">,
): Promise<number> {
  await new Promise<void>((resolve) => void server.listen(0, "localhost", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
