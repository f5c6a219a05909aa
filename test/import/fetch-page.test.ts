import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { pageFetcher, type FetchLimits } from "../../src/import/fetch/fetch-page.ts";
import { publicAddressCheck } from "../../src/import/fetch/public-address.ts";
import { crawlDelayMs, mayFetch } from "../../src/import/fetch/robots.ts";
import { ferryPage } from "./made-up-page.ts";
import { selfSignedCertificate } from "../support/self-signed-certificate.ts";
import { encoded } from "./encoded.ts";
import { openSecureSite, openSite } from "./page-server.ts";

function fetcher(limits: Partial<FetchLimits> = {}) {
  const { fetchPage, close } = pageFetcher({ allowsLocal: true, ...limits });
  onTestFinished(close);
  return fetchPage;
}

test("a page is fetched with the address that redirects lead to", async () => {
  const site = await openSite({
    "/old": (_request, response) => response.writeHead(301, { location: "/new" }).end(),
    "/new": ferryPage(),
  });
  const page = await fetcher()(`${site}/old`);
  expect(page).toMatchObject({ kind: "fetched", url: `${site}/new` });
});

test.each([
  ["windows-1251", "Пором повернувся до порту, і квиток коштує дев'ять крон."],
  ["koi8-u", "Пором повернувся до порту, і квиток коштує дев'ять крон."],
])("a page in %s is read though nothing states it", async (charset, text) => {
  const bytes = encoded(text, charset);
  const site = await openSite({
    "/": (_request, response) => response.setHeader("content-type", "text/html").end(bytes),
  });
  expect(await fetcher()(`${site}/`)).toMatchObject({ text });
});

test.each([
  ["the header", "text/html; charset=windows-1251", ""],
  ["a <meta> element", "text/html", '<meta charset="windows-1251">'],
  ["a wrong header", "text/html; charset=iso-8859-1", ""],
])("the charset is that of %s", async (_what, type, meta) => {
  const text = `${meta}<p>Паром вернулся в порт, и билет стоит девять крон.</p>`;
  const site = await openSite({
    "/": (_request, response) =>
      response.setHeader("content-type", type).end(encoded(text, "windows-1251")),
  });
  expect(await fetcher()(`${site}/`)).toMatchObject({ text });
});

test("a missing page is told", async () => {
  const site = await openSite({});
  expect(await fetcher()(`${site}/x`)).toEqual({ kind: "status", status: 404 });
});

test("redirects without end, slow, large and other than text are given up", async () => {
  const site = await openSite({
    "/round": (_request, response) => response.writeHead(302, { location: "/round" }).end(),
    "/slow": (_request, response) => void response.write("<p>"),
    "/large": (_request, response) =>
      response.setHeader("content-type", "text/html").end("x".repeat(20_000)),
    "/bomb": (_request, response) =>
      response
        .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" })
        .end(gzipSync("x".repeat(5_000_000))),
    "/picture": (_request, response) => response.setHeader("content-type", "image/png").end("x"),
    "/members": (_request, response) =>
      response.writeHead(302, { location: "/login?next=x" }).end(),
    "/login?next=x": "<form></form>",
    "/kept": (_request, response) =>
      response.writeHead(200, { "content-type": "text/html", "x-robots-tag": "noarchive" }).end(""),
    "/charset": (_request, response) =>
      response
        .writeHead(200, { "content-type": "text/html; charset=klingon" })
        .end(Buffer.from([0x81, 0x8d, 0x81])),
  });
  const fetchPage = fetcher({ timeoutMs: 300, maxBytes: 10_000 });
  const kinds = await Promise.all(
    "round slow large bomb picture members kept charset"
      .split(" ")
      .map(async (path) => (await fetchPage(`${site}/${path}`)).kind),
  );
  expect(kinds).toEqual([
    "too-many-redirects",
    "too-slow",
    "too-large",
    "too-large",
    "not-text",
    "login",
    "noarchive",
    "unknown-charset",
  ]);
});

test("a page that is as it was is not sent again", async () => {
  const site = await openSite({
    "/page": ({ headers }, response) => {
      const isKnown =
        headers["if-none-match"] === '"7"' && headers["if-modified-since"] === "yesterday";
      response
        .writeHead(isKnown ? 304 : 200, {
          "content-type": "text/html",
          etag: '"7"',
          "last-modified": "yesterday",
        })
        .end(isKnown ? "" : ferryPage());
    },
    "/busy": (_request, response) => response.writeHead(503, { "retry-after": "120" }).end(),
  });
  const { fetchIfChanged, close } = pageFetcher({ allowsLocal: true });
  onTestFinished(close);
  const first = await fetchIfChanged(`${site}/page`, {});
  const version = { etag: '"7"', modified: "yesterday" };
  expect(first).toMatchObject({ kind: "fetched", version });
  expect(await fetchIfChanged(`${site}/page`, version)).toEqual({ kind: "not-modified" });
  expect(await fetchIfChanged(`${site}/busy`, {})).toEqual({
    kind: "status",
    status: 503,
    retryAfter: "120",
  });
});

test.each([
  ["", 0],
  ["User-agent: *\nCrawl-delay: 5\nDisallow: /x", 5000],
  ["User-agent: *\nCrawl-delay: 0.5", 500],
  ["User-agent: other\nCrawl-delay: 5", 0],
  ["User-agent: askthearticle\nCrawl-delay: 2\n\nUser-agent: *\nCrawl-delay: 9", 2000],
  ["User-agent: *\nCrawl-delay: soon", 0],
  ["User-agent: *\nCrawl-delay: 86400", 60_000],
])("robots.txt %j asks to wait %i ms between requests", (robots, ms) => {
  expect(crawlDelayMs(robots)).toBe(ms);
});

test("robots.txt is asked once for a site, and obeyed", async () => {
  let asked = 0;
  const site = await openSite({
    "/robots.txt": (_request, response) => {
      asked += 1;
      response.end("User-agent: *\nDisallow: /private/\nAllow: /private/open\n");
    },
    "/private/a": ferryPage(),
    "/private/open": ferryPage(),
  });
  const fetchPage = fetcher();
  expect((await fetchPage(`${site}/private/a`)).kind).toBe("robots");
  expect((await fetchPage(`${site}/private/open`)).kind).toBe("fetched");
  expect(asked).toBe(1);
});

test("robots.txt is obeyed where redirects lead as well", async () => {
  const site = await openSite({
    "/robots.txt": (_request, response) => response.end("User-agent: *\nDisallow: /private/"),
    "/a": (_request, response) => response.writeHead(302, { location: "/private/a" }).end(),
    "/private/a": ferryPage(),
  });
  expect(await fetcher()(`${site}/a`)).toEqual({ kind: "robots" });
});

test.each([
  ["vouches for itself", selfSignedCertificate("localhost"), "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ["has expired", selfSignedCertificate("localhost", -1), "CERT_HAS_EXPIRED"],
])("a page whose certificate %s is not read", async (_what, certificate, code) => {
  const site = await openSecureSite({ "/": ferryPage() }, certificate);
  expect(await fetcher()(`${site}/`)).toEqual({ kind: "bad-certificate", code });
});

test("an https address without TLS is told apart from a site that is down", async () => {
  const site = await openSite({ "/": ferryPage() });
  expect(await fetcher()(`${site.replace("http:", "https:")}/`)).toMatchObject({
    kind: "no-https",
  });
});

test("without the switch for tests, nothing on this machine or its network is asked", async () => {
  const site = await openSite({ "/": ferryPage() });
  const fetchPage = fetcher({ allowsLocal: false });
  const port = new URL(site).port;
  const addresses = [
    site,
    `https://127.0.0.1:${port}/`,
    `https://localhost:${port}/`,
    `https://2130706433:${port}/`,
    `https://[::1]:${port}/`,
    `https://[::ffff:127.0.0.1]:${port}/`,
    "https://169.254.169.254/latest/meta-data/",
    "file:///etc/passwd",
    "https://user:secret@example.org/",
    "no address",
  ];
  const kinds = [];
  for (const address of addresses) kinds.push((await fetchPage(address)).kind);
  expect(kinds).toEqual([
    "not-https",
    ...Array.from({ length: 6 }, () => "private-address"),
    "not-https",
    "bad-address",
    "bad-address",
  ]);
});

test.each([
  ["8.8.8.8", true],
  ["93.184.216.34", true],
  ["2606:2800:220:1:248:1893:25c8:1946", true],
  ["10.1.2.3", false],
  ["172.31.0.1", false],
  ["172.32.0.1", true],
  ["192.168.1.1", false],
  ["100.64.0.1", false],
  ["169.254.1.1", false],
  ["0.0.0.0", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["::", false],
  ["::1", false],
  ["fe80::1", false],
  ["fd00::1", false],
  ["::ffff:10.0.0.1", false],
  ["::ffff:a00:1", false],
  ["::ffff:8.8.8.8", true],
  ["64:ff9b::7f00:1", false],
  ["2002:7f00:1::", false],
  ["localhost", false],
])("%s is public: %s", (address, isPublic) => {
  expect(publicAddressCheck()(address)).toBe(isPublic);
});

test.each([
  ["", "/a", true],
  ["User-agent: *\nDisallow: /", "/a", false],
  ["User-agent: *\nDisallow:", "/a", true],
  ["User-agent: other\nDisallow: /", "/a", true],
  ["User-agent: AskTheArticle\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", true],
  ["User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false],
  ["User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true],
  ["User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", true],
  ["User-agent: a\nUser-agent: *\nDisallow: /x # no", "/x/y", false],
])("robots.txt %j, %s: %s", (robots, path, isAllowed) => {
  expect(mayFetch(robots, path)).toBe(isAllowed);
});
