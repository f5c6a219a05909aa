import { createServer } from "node:http";
import { once } from "node:events";
import { request } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { openEditorial } from "../../src/desk/editorial/editorial.ts";
import { problemIn } from "../../src/desk/http-replies.ts";
import { servePage } from "../../src/desk/page-server.ts";
import { readersOf } from "../support/readers-of.ts";

async function openServer(port = 0) {
  const acted: unknown[] = [];
  const folders = { published: "content", draft: "none" };
  const editorial = openEditorial({ folders, journalDir: "none", now: () => new Date(0) });
  const readers = readersOf({ folders, journalDir: "none", editorial });
  const page = await servePage(
    {
      root: process.cwd(),
      state: () => ({ acted: acted.length }),
      onChange: () => () => {},
      explanation: () => undefined,
      act: (action) => acted.push(action),
      desk: { editorial, importDraft: async function* () {}, readers },
    },
    port,
  );
  onTestFinished(page.close);
  return { ...page, acted };
}

/** With headers that `fetch` does not allow. */
async function statusOf(url: string, headers: Record<string, string>, body?: string) {
  const sent = request(url, { method: body === undefined ? "GET" : "POST", headers });
  sent.end(body);
  const [response] = await once(sent, "response");
  response.resume();
  return response.statusCode;
}

test("a host name other than this machine's is refused", async () => {
  const { url } = await openServer();
  expect(await statusOf(url, { Host: "evil.example" })).toBe(421);
  expect(await statusOf(`${url}/events`, { Host: `evil.example:${new URL(url).port}` })).toBe(421);
});

test("the desk's address may be typed without its last slash", async () => {
  const { url } = await openServer();
  const { url: arrived, status } = await fetch(`${url}/desk`);
  expect({ arrived, status }).toEqual({ arrived: `${url}/desk/`, status: 200 });
});

test("a disk that refuses is told without the paths of this machine", () => {
  const error = Object.assign(new Error("EXDEV: '/srv/drafts/x.md'"), {
    code: "EXDEV",
    syscall: "rename",
  });
  expect(problemIn(error)[1]).toBe(
    "The files cannot be read or written (EXDEV): tell the bot's operator.",
  );
});

test("another page cannot act for the reader", async () => {
  const { url, acted } = await openServer();
  const body = JSON.stringify({ do: "start" });
  const length = { "Content-Length": String(body.length) };
  expect(await statusOf(`${url}/act`, { ...length, Origin: "http://evil.example" }, body)).toBe(
    403,
  );
  expect(await statusOf(`${url}/act`, length, body)).toBe(403);
  expect(acted).toEqual([]);
  expect(await statusOf(`${url}/act`, { ...length, Origin: url }, body)).toBe(200);
  expect(acted).toEqual([{ do: "start" }]);
});

test("a long body or invalid JSON is refused with a sentence", async () => {
  const { url } = await openServer();
  const long = "x".repeat(70_000);
  const answer = await fetch(`${url}/act`, {
    method: "POST",
    headers: { Origin: url },
    body: long,
  });
  expect([answer.status, await answer.text()]).toEqual([400, "the request is too long"]);
  const broken = await fetch(`${url}/act`, { method: "POST", headers: { Origin: url }, body: "{" });
  expect(broken.status).toBe(400);
});

test("only the page's own files are served, and no script from elsewhere runs", async () => {
  const { url } = await openServer();
  for (const path of ["/../package.json", "/%2e%2e/package.json", "/page/page.js", "/.env"]) {
    expect((await fetch(url + path)).status).toBe(404);
  }
  const page = await fetch(url);
  expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
  for (const path of ["/page.js", "/preact.js", "/page.css", "/icon.svg"]) {
    expect((await fetch(url + path)).status).toBe(200);
  }
});

test("if the port is taken, another one is used", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { url } = await openServer(port);
  expect(new URL(url).port).not.toBe(String(port));
  expect((await fetch(url)).status).toBe(200);
});
