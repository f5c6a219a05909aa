import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test } from "vitest";
import { openEditorial } from "../../../src/desk/editorial/editorial.ts";
import { serveMiniApp } from "../../../src/desk/mini-app/serve-mini-app.ts";
import { readersOf } from "../../support/readers-of.ts";

const TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const ADMIN = 4711;
const HOST = "bot.example";
const URL = `https://${HOST}/newsroom/desk`;

/** As Telegram signs what it hands to a Mini App: https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app */
function signed(
  id: number,
  { token = TOKEN, age = 60, change = (data: string) => data } = {},
): string {
  const fields: Record<string, string> = {
    auth_date: String(Math.floor(Date.now() / 1000) - age),
    query_id: "AAF",
    user: JSON.stringify({ id, first_name: "Ann" }),
  };
  const lines = Object.keys(fields)
    .toSorted()
    .map((name) => `${name}=${fields[name]}`);
  const key = createHmac("sha256", "WebAppData").update(token).digest();
  const hash = createHmac("sha256", key).update(lines.join("\n")).digest("hex");
  return `tma ${change(new URLSearchParams({ ...fields, hash }).toString())}`;
}

async function openMiniApp() {
  const folder = mkdtempSync(join(tmpdir(), "mini-app-"));
  const folders = { published: join(folder, "content"), draft: join(folder, "drafts") };
  mkdirSync(folders.published);
  writeFileSync(join(folders.published, "bakery.md"), "# The bakery\n\nIt opens at six.\n");
  const journalDir = join(folder, "journal");
  const editorial = openEditorial({ folders, journalDir, now: () => new Date(0) });
  const app = await serveMiniApp({
    url: URL,
    port: 0,
    host: "127.0.0.1",
    admission: { token: TOKEN, admins: new Set([ADMIN]) },
    desk: {
      root: process.cwd(),
      editorial,
      importDraft: async function* () {},
      readers: readersOf({ folders, journalDir, editorial }),
    },
  });
  if ("problem" in app) throw new Error(app.problem);
  onTestFinished(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ...app, editorial };
}

type Asked = {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** With headers that `fetch` does not allow. */
async function ask(port: number, { path = "/newsroom/desk/editorial", ...asked }: Asked) {
  const { method = "POST", headers = {}, body = '{"do":"list"}' } = asked;
  const sent = request({ host: "127.0.0.1", port, path, method });
  const all = { Host: HOST, Origin: `https://${HOST}`, ...headers };
  for (const [name, value] of Object.entries(all)) if (value !== "") sent.setHeader(name, value);
  if (method === "POST") sent.setHeader("Content-Length", Buffer.byteLength(body));
  sent.end(method === "POST" ? body : undefined);
  const [response] = await once(sent, "response");
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

test("an editor whom Telegram vouches for sees the articles, and is named in the journal", async () => {
  const { port, editorial } = await openMiniApp();
  const headers = { Authorization: signed(ADMIN) };
  const listed = await ask(port, { headers });
  expect(listed.status).toBe(200);
  expect(JSON.parse(listed.body)).toMatchObject({
    articles: [{ name: "bakery.md" }],
    hasChat: false,
  });
  const ref = { state: "published", name: "bakery.md" };
  const edit = { do: "questions", own: ["When does it open?"], proposed: [] };
  const opened = await ask(port, { headers, body: JSON.stringify({ do: "open", ref }) });
  const { seen } = JSON.parse(opened.body).opened.article.questions;
  const body = JSON.stringify({ do: "edit", ref, seen, edit });
  expect((await ask(port, { headers, body })).status).toBe(200);
  expect(editorial.journal()).toMatchObject([{ by: String(ADMIN), did: "edit" }]);
});

const OPEN_OUTSIDE = JSON.stringify({
  do: "open",
  ref: { state: "draft", name: "../content/bakery.md" },
});

/** What readers asked. */
const READERS = { path: "/newsroom/desk/readers", body: '{"do":"view","days":7}' };

test("an editor sees what readers asked, and why nothing is kept", async () => {
  const { port } = await openMiniApp();
  const seen = await ask(port, { ...READERS, headers: { Authorization: signed(ADMIN) } });
  expect(JSON.parse(seen.body)).toMatchObject({ groups: [], articles: [{ slug: "bakery" }] });
  expect(JSON.parse(seen.body)).not.toHaveProperty("keptDays");
});

describe("nobody else is let in", () => {
  test.each([
    ["nothing signed", ""],
    ["no scheme", signed(ADMIN).replace("tma ", "")],
    ["not an admin", signed(1)],
    ["another bot's", signed(ADMIN, { token: "654321:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB" })],
    ["forged", signed(1, { change: (data) => data.replace("%3A1%2C", `%3A${ADMIN}%2C`) })],
    ["no hash", signed(ADMIN, { change: (data) => data.replace(/&hash=\w+/u, "") })],
    ["expired", signed(ADMIN, { age: 13 * 60 * 60 })],
    ["no user", signed(ADMIN, { change: (data) => data.replace(/user=[^&]+/u, "user=") })],
  ])("%s", async (_name, authorization) => {
    const { port } = await openMiniApp();
    for (const asked of [{}, READERS]) {
      const headers = { Authorization: authorization };
      const { status, body } = await ask(port, { ...asked, headers });
      expect(status).toBe(401);
      expect(body).not.toContain("bakery");
      expect(body).toMatch(/[.]$/u);
      expect(body).not.toContain(TOKEN);
    }
  });

  test.each([
    ["another host name", { headers: { Host: "evil.example" } }, 421],
    ["another page", { headers: { Origin: "https://evil.example" } }, 403],
    ["no origin", { headers: { Origin: "" } }, 403],
    [
      "another page, readers' questions",
      { ...READERS, headers: { Origin: "https://evil.example" } },
      403,
    ],
    ["a question that is none", { ...READERS, body: '{"do":"view","days":9000}' }, 400],
    ["a long body", { body: JSON.stringify({ do: "x".repeat(300_000) }) }, 400],
    ["no JSON", { body: "{" }, 400],
    ["an action that is none", { body: '{"do":"rm"}' }, 400],
    ["a name that leads out", { body: OPEN_OUTSIDE }, 200],
    ["outside the desk", { path: "/editorial" }, 404],
    ["a file of the project", { path: "/newsroom/desk/../../package.json", method: "GET" }, 404],
    ["the chat's scripts", { path: "/newsroom/desk/page.js", method: "GET" }, 404],
  ])("%s", async (_name, asked: Asked, expected) => {
    const { port } = await openMiniApp();
    const headers = { Authorization: signed(ADMIN), ...asked.headers };
    const { status, body } = await ask(port, { ...asked, headers });
    expect([status, body]).toEqual([expected, expect.not.stringContaining("six")]);
  });
});

test("the page itself is for everybody, in a frame of Telegram's alone", async () => {
  const { port } = await openMiniApp();
  const page = await ask(port, { path: "/newsroom/desk/", method: "GET" });
  expect(page.status).toBe(200);
  expect(page.headers["content-security-policy"]).toContain(
    "frame-ancestors https://web.telegram.org",
  );
  const files = [...page.body.matchAll(/(?:src|href)="(?<file>[^"]+)"/gu)];
  expect(files.length).toBeGreaterThan(3);
  for (const { groups } of files) {
    const path = `/newsroom/desk/${groups?.["file"]}`;
    expect((await ask(port, { path, method: "GET" })).status).toBe(200);
  }
  const { status, headers } = await ask(port, { path: "/newsroom/desk", method: "GET" });
  expect([status, headers.location]).toEqual([308, "/newsroom/desk/"]);
});

test("a port that is taken is told with what to change", async () => {
  const { port } = await openMiniApp();
  const admission = { token: TOKEN, admins: new Set<number>() };
  const folders = { published: "content", draft: "none" };
  const editorial = openEditorial({ folders, journalDir: "none", now: () => new Date(0) });
  const readers = readersOf({ folders, journalDir: "none", editorial });
  const desk = { root: process.cwd(), editorial, importDraft: async function* () {}, readers };
  const second = await serveMiniApp({ url: URL, port, host: "127.0.0.1", admission, desk });
  expect(second).toEqual({ problem: expect.stringMatching(/EADDRINUSE.+DESK_PORT/u) });
});
