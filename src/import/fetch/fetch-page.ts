import { fetch, type Response } from "undici";
import { decodePage } from "./decode-page.ts";
import { FetchError, failureOf, type FetchFailure } from "./fetch-failure.ts";
import { guardedAgent, type GuardedAgent } from "./guarded-agent.ts";
import { crawlDelayMs, mayFetch, USER_AGENT } from "./robots.ts";

/** A page as text. `url`: where it came from, after all redirects. */
type FetchedPage = {
  readonly kind: "fetched";
  readonly text: string;
  readonly url: string;
  readonly contentType: string;
};

export type FetchPage = (address: string) => Promise<FetchedPage | FetchFailure>;

/** What a server tells a version of a page by: `ETag` and `Last-Modified`. */
export type PageVersion = {
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
};

/** Fetches a page unless it is as it was. */
type FetchIfChanged = (
  address: string,
  known: PageVersion,
) => Promise<
  | (FetchedPage & { readonly version: PageVersion })
  | { readonly kind: "not-modified" }
  | FetchFailure
>;

export type PageFetcher = {
  readonly fetchPage: FetchPage;
  readonly fetchIfChanged: FetchIfChanged;
  /** How long the site of an address asks to wait between requests, as far as that is known. */
  readonly crawlDelayMs: (address: string) => number;
  readonly close: () => Promise<void>;
};

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
/** RFC 9309 allows a day; a publisher who closes a page is heard within the hour. */
const ROBOTS_MS = 60 * 60_000;
/** A server that fails is asked again soon. */
const FAILED_ROBOTS_MS = 60_000;

/** Fetches pages from public addresses, within limits, where robots.txt allows it. */
export function pageFetcher(limits: FetchLimits): PageFetcher {
  const { allowsLocal, timeoutMs = TIMEOUT_MS, maxBytes = MAX_PAGE_BYTES } = limits;
  const guarded = guardedAgent(allowsLocal);
  const request = { guarded, allowsLocal, maxBytes };
  const robots = new Map<string, KnownRobots>();

  return {
    close: () => guarded.agent.close(),
    fetchPage: async (address) => {
      const got = await get(address, {});
      return "response" in got ? readPage(got, request).catch(toFailure(address)) : got;
    },
    fetchIfChanged: async (address, known) => {
      const got = await get(address, known);
      if (!("response" in got)) return got;
      const { status, headers } = got.response;
      if (status === 304) return { kind: "not-modified" };
      const page = await readPage(got, request).catch(toFailure(address));
      return page.kind === "fetched" ? { ...page, version: versionIn(headers) } : page;
    },
    crawlDelayMs: (address) => {
      const known = URL.canParse(address) ? robots.get(new URL(address).origin) : undefined;
      return known ? crawlDelayMs(known.text) : 0;
    },
  };

  async function get(address: string, known: PageVersion): Promise<Asked | FetchFailure> {
    const ask = { ...request, signal: AbortSignal.timeout(timeoutMs), known };
    try {
      const start = checkedUrl(address, request);
      const mayAsk = (target: URL) => checkRobots(target, ask);
      return { start, ...(await followRedirects(start, { ...ask, mayAsk })) };
    } catch (error) {
      return failureOf(error, address);
    }
  }

  async function checkRobots(url: URL, ask: Request): Promise<void> {
    const last = robots.get(url.origin);
    const isFresh = last !== undefined && performance.now() < last.until;
    const known = isFresh ? last : await readRobots(url, { ...ask, known: {} });
    robots.set(url.origin, known);
    const path = `${url.pathname}${url.search}`;
    if (!mayFetch(known.text, path)) throw new FetchError({ kind: "robots" });
  }
}

/** A `robots.txt`, and when to ask for it again. */
type KnownRobots = { readonly text: string; readonly until: number };

function toFailure(address: string): (error: unknown) => FetchFailure {
  return (error) => failureOf(error, address);
}

function versionIn(headers: Response["headers"]): PageVersion {
  const [etag, modified] = [headers.get("etag"), headers.get("last-modified")];
  return { ...(etag !== null && { etag }), ...(modified !== null && { modified }) };
}

type Request = {
  readonly guarded: GuardedAgent;
  readonly allowsLocal: boolean;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly known: PageVersion;
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
async function readRobots(url: URL, request: Request): Promise<KnownRobots> {
  const { response } = await followRedirects(new URL("/robots.txt", url), request);
  if (response.ok) {
    const bytes = await readBody(response, MAX_ROBOTS_BYTES);
    return robotsFor(Buffer.from(bytes).toString("utf8"), ROBOTS_MS);
  }
  await response.body?.cancel();
  const hasFailed = response.status >= 500;
  return hasFailed ? robotsFor(ALL_FORBIDDEN, FAILED_ROBOTS_MS) : robotsFor(NO_ROBOTS, ROBOTS_MS);
}

function robotsFor(text: string, ms: number): KnownRobots {
  return { text, until: performance.now() + ms };
}

const TEXT_TYPE =
  /^(?:text\/|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|feed\+json|json)|$)/iu;
const NO_ARCHIVE = /\b(?:noarchive|none)\b/iu;

type Asked = Landed & { readonly start: URL };

async function readPage(
  { response, url, start }: Asked,
  request: Pick<Request, "maxBytes">,
): Promise<FetchedPage> {
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
  const retryAfter = headers.get("retry-after");
  if (!response.ok) return { kind: "status", status, ...(retryAfter !== null && { retryAfter }) };
  if (LOGIN_PATH.test(url.pathname) && !LOGIN_PATH.test(start.pathname)) return { kind: "login" };
  if (!TEXT_TYPE.test(contentType)) return { kind: "not-text", type: contentType };
  if (NO_ARCHIVE.test(headers.get("x-robots-tag") ?? "")) return { kind: "noarchive" };
  return undefined;
}

type Landed = { readonly response: Response; readonly url: URL };

/** Every address on the way is checked as the first one was. */
async function followRedirects(start: URL, request: Request): Promise<Landed> {
  const { known } = request;
  let url = start;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    await request.mayAsk?.(url);
    const response = await fetch(url, {
      dispatcher: request.guarded.agent,
      redirect: "manual",
      signal: request.signal,
      headers: {
        "user-agent": USER_AGENT,
        accept: "text/html, application/xhtml+xml, */*;q=0.8",
        ...(known.etag !== undefined && { "if-none-match": known.etag }),
        ...(known.modified !== undefined && { "if-modified-since": known.modified }),
      },
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
