import { fetch, type Response } from "undici";
import { decodePage } from "./decode-page.ts";
import { FetchError, type FetchFailure } from "./fetch-failure.ts";
import { guardedAgent, PrivateAddress, type GuardedAgent } from "./guarded-agent.ts";
import { mayFetch, USER_AGENT } from "./robots.ts";

/** A page as text. `url`: where it came from, after all redirects. */
type FetchedPage = {
  readonly kind: "fetched";
  readonly text: string;
  readonly url: string;
  readonly contentType: string;
};

export type FetchPage = (address: string) => Promise<FetchedPage | FetchFailure>;

export type PageFetcher = { readonly fetchPage: FetchPage; readonly close: () => Promise<void> };

export type FetchLimits = {
  /** Also http, and addresses of this machine and its network: for tests. */
  readonly allowsLocal: boolean;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
};

/** From the first request to the last byte, redirects included. */
const TIMEOUT_MS = 30_000;
/** The longest articles, with all their scripts, have a few megabytes. */
export const MAX_PAGE_BYTES = 10_000_000;
const MAX_ROBOTS_BYTES = 500_000;
const MAX_REDIRECTS = 5;

/** Fetches pages from public addresses, within limits, where robots.txt allows it. */
export function pageFetcher(limits: FetchLimits): PageFetcher {
  const { allowsLocal, timeoutMs = TIMEOUT_MS, maxBytes = MAX_PAGE_BYTES } = limits;
  const guarded = guardedAgent(allowsLocal);
  const request = { guarded, allowsLocal, maxBytes };
  const robots = new Map<string, string>();

  return {
    close: () => guarded.agent.close(),
    fetchPage: async (address) => {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const url = checkedUrl(address, request);
        const ask = { ...request, signal };
        return await getPage(url, { ...ask, mayAsk: (target) => checkRobots(target, ask) });
      } catch (error) {
        return failureOf(error, address);
      }
    },
  };

  async function checkRobots(url: URL, ask: Request): Promise<void> {
    const known = robots.get(url.origin) ?? (await readRobots(url, ask));
    robots.set(url.origin, known);
    if (!mayFetch(known, `${url.pathname}${url.search}`)) throw new FetchError({ kind: "robots" });
  }
}

type Request = {
  readonly guarded: GuardedAgent;
  readonly allowsLocal: boolean;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /** Throws for an address that robots.txt closes; `robots.txt` itself is always open. */
  readonly mayAsk?: (url: URL) => Promise<void>;
};

function checkedUrl(
  address: string,
  { allowsLocal, guarded }: Pick<Request, "allowsLocal" | "guarded">,
): URL {
  if (!URL.canParse(address)) throw new FetchError({ kind: "bad-address" });
  const url = new URL(address);
  const isAllowed = url.protocol === "https:" || (allowsLocal && url.protocol === "http:");
  if (!isAllowed) throw new FetchError({ kind: "not-https" });
  if (url.username !== "" || url.password !== "") throw new FetchError({ kind: "bad-address" });
  guarded.checkHost(url.hostname);
  return url;
}

const NO_ROBOTS = "";
const ALL_FORBIDDEN = "User-agent: *\nDisallow: /";

/** A site without `robots.txt` forbids nothing; one whose server fails, everything (RFC 9309). */
async function readRobots(url: URL, request: Request): Promise<string> {
  const { response } = await followRedirects(new URL("/robots.txt", url), request);
  if (response.ok) {
    const bytes = await readBody(response, MAX_ROBOTS_BYTES);
    return Buffer.from(bytes).toString("utf8");
  }
  await response.body?.cancel();
  return response.status >= 500 ? ALL_FORBIDDEN : NO_ROBOTS;
}

const TEXT_TYPE =
  /^(?:text\/|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|feed\+json|json)|$)/iu;
const NO_ARCHIVE = /\b(?:noarchive|none)\b/iu;

async function getPage(start: URL, request: Request): Promise<FetchedPage> {
  const { response, url } = await followRedirects(start, request);
  const contentType = response.headers.get("content-type") ?? "";
  const problem = problemWith(response, { contentType, start, url });
  if (problem) {
    await response.body?.cancel();
    throw new FetchError(problem);
  }
  const decoded = decodePage(await readBody(response, request.maxBytes), contentType);
  if (decoded.kind === "unknown-charset") throw new FetchError(decoded);
  return { kind: "fetched", text: decoded.text, url: url.href, contentType };
}

const LOGIN_PATH = /\/(?:login|log-in|signin|sign-in|auth|sso|account\/login|users\/sign_in)\b/iu;

type Place = { readonly contentType: string; readonly start: URL; readonly url: URL };

function problemWith(
  response: Response,
  { contentType, start, url }: Place,
): FetchFailure | undefined {
  const { status, headers } = response;
  if (status === 401) return { kind: "login" };
  if (!response.ok) return { kind: "status", status };
  if (LOGIN_PATH.test(url.pathname) && !LOGIN_PATH.test(start.pathname)) return { kind: "login" };
  if (!TEXT_TYPE.test(contentType)) return { kind: "not-text", type: contentType };
  if (NO_ARCHIVE.test(headers.get("x-robots-tag") ?? "")) return { kind: "noarchive" };
  return undefined;
}

type Landed = { readonly response: Response; readonly url: URL };

/** Every address on the way is checked as the first one was. */
async function followRedirects(start: URL, request: Request): Promise<Landed> {
  let url = start;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    await request.mayAsk?.(url);
    const response = await fetch(url, {
      dispatcher: request.guarded.agent,
      redirect: "manual",
      signal: request.signal,
      headers: { "user-agent": USER_AGENT, accept: "text/html, application/xhtml+xml, */*;q=0.8" },
    });
    const target = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || target === null)
      return { response, url };
    await response.body?.cancel();
    if (!URL.canParse(target, url.href)) throw new FetchError({ kind: "bad-address" });
    url = checkedUrl(new URL(target, url).href, request);
  }
  throw new FetchError({ kind: "too-many-redirects" });
}

/** Decompressed bytes count: a small answer may unpack to gigabytes. */
async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    if (!(chunk instanceof Uint8Array)) continue;
    length += chunk.length;
    if (length > maxBytes) throw new FetchError({ kind: "too-large" });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What went wrong, from the errors that undici and the system wrap into one another. */
function failureOf(error: unknown, address: string): FetchFailure {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof FetchError) return at.failure;
    if (at instanceof PrivateAddress) return { kind: "private-address" };
    if (at.name === "TimeoutError") return { kind: "too-slow" };
    const code = "code" in at && typeof at.code === "string" ? at.code : undefined;
    if (code === "UND_ERR_CONNECT_TIMEOUT") return { kind: "too-slow" };
    if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
      return { kind: "unknown-host", host: new URL(address).hostname };
    }
    if (code !== undefined) return failureOfCode(code);
  }
  return { kind: "unreachable", code: "unknown" };
}

/** "CERT_HAS_EXPIRED", "UNABLE_TO_VERIFY_LEAF_SIGNATURE" */
const CERTIFICATE = /CERT|VERIFY/u;
const NO_TLS = /^(?:ERR_SSL_|EPROTO$)/u;

function failureOfCode(code: string): FetchFailure {
  if (CERTIFICATE.test(code)) return { kind: "bad-certificate", code };
  return NO_TLS.test(code) ? { kind: "no-https", code } : { kind: "unreachable", code };
}
