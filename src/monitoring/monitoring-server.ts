import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { Metrics } from "./metrics.ts";
import type { Readiness } from "./readiness.ts";

export type MonitoringServerOptions = {
  readonly port: number;
  readonly host: string;
  readonly metrics: Pick<Metrics, "contentType" | "read">;
  readonly readiness: () => Readiness;
};

export type MonitoringServer =
  | { readonly kind: "open"; readonly url: string; readonly close: () => void }
  /** No port is set. */
  | { readonly kind: "disabled" }
  | { readonly kind: "failed"; readonly problem: string };

/** A request has only a few bytes. */
const REQUEST_TIMEOUT_MS = 5000;

/** `/healthz`, `/readyz` and `/metrics`, on a separate port. */
export async function startMonitoringServer(
  options: MonitoringServerOptions,
): Promise<MonitoringServer> {
  const { port, host } = options;
  const server = createServer(
    { headersTimeout: REQUEST_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    handlerFor(options),
  );
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    return { kind: "failed", problem: problemOf(code, options) };
  }
  // The server alone does not keep the process alive.
  server.unref();
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { kind: "open", url: urlOf(server, host), close };
}

function problemOf(code: string, { port, host }: MonitoringServerOptions): string {
  return code === "EADDRNOTAVAIL"
    ? `OPERATION_HOST: ${host} is not an address of this machine: name one that is`
    : `OPERATION_PORT: cannot listen on ${port} (${code}): set another, or stop what uses it`;
}

type Page = { readonly status: number; readonly text: string; readonly type?: string };

function handlerFor(options: MonitoringServerOptions): RequestListener {
  return (request, response) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    const page = isRead ? pageAt(request.url, options) : { status: 405, text: "only GET\n" };
    // No error here ends the bot.
    void Promise.resolve(page)
      .catch(() => ({ status: 500, text: "not available now\n" }))
      .then(({ status, text, type = "text/plain; charset=utf-8" }: Page) =>
        response.writeHead(status, { "content-type": type }).end(text),
      );
  };
}

function pageAt(
  path: string | undefined,
  { metrics, readiness }: MonitoringServerOptions,
): Page | Promise<Page> {
  if (path === "/healthz") return { status: 200, text: "alive\n" };
  if (path === "/readyz") {
    const now = readiness();
    return { status: now.startsWith("ready") ? 200 : 503, text: `${now}\n` };
  }
  if (path === "/metrics") return metricsPage(metrics);
  return { status: 404, text: "try /healthz, /readyz or /metrics\n" };
}

async function metricsPage({
  read,
  contentType,
}: MonitoringServerOptions["metrics"]): Promise<Page> {
  return { status: 200, text: await read(), type: contentType };
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
