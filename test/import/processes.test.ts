import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";
import { passageUrl } from "../../src/telegram/replies/card/text-fragment.ts";
import { browserOrSkip, openBrowser } from "../support/open-browser.ts";
import { selfSignedCertificate } from "../support/self-signed-certificate.ts";
import { encoded } from "./encoded.ts";
import { ferryPage } from "./made-up-page.ts";
import { openFolder } from "./open-folder.ts";
import { openSecureSite, openSite } from "./page-server.ts";

// Node and tsx alone take a second to start on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const PARAGRAPHS = [
  "Вперше за одинадцять років нічний пором знову сполучає порт Веллан з островом.",
  "Квиток коштує дев'ять крон, а остров'яни й надалі платитимуть чотири, повідомила лінія.",
  "Управління порту очікує двісті пасажирів за ніч до кінця вересня.",
];

test("a page comes in over https: trusted, redirected, in its own charset", async () => {
  const certificate = selfSignedCertificate("localhost");
  const page = ferryPage(PARAGRAPHS).replaceAll(
    "The night ferry is back",
    "Нічний пором повернувся",
  );
  const site = await openSecureSite(
    {
      "/old": (_request, response) => response.writeHead(301, { location: "/moved" }).end(),
      "/moved": (_request, response) => response.writeHead(308, { location: "/ferry" }).end(),
      "/ferry": (_request, response) =>
        response
          .setHeader("content-type", "text/html; charset=windows-1251")
          .end(encoded(page, "windows-1251")),
    },
    certificate,
  );
  const { folder, read, save } = openFolder();
  const child = spawn(
    process.execPath,
    "--import tsx src/cli/run.ts import --allow-local --out"
      .split(" ")
      .concat(folder, `${site}/old`),
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: save("ca.pem", certificate.cert) } },
  );
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  const name = readdirSync(folder).find((one) => one.endsWith(".md"));
  const markdown = read(name ?? "none");
  expect(markdown).toContain(`url: ${site}/ferry\n`);
  expect(markdown).toContain(PARAGRAPHS[2]);
});

const browserPath = browserOrSkip();

test.skipIf(browserPath === undefined)(
  "a browser scrolls to the words of an imported passage",
  async () => {
    const far = `Far down${" and further down".repeat(20)}, a passage - with a hyphen, 20% and “quotes” - ends the page.`;
    const filler = Array.from(
      { length: 60 },
      (_none, at) => `Paragraph ${at} fills the page, so that one has to scroll.`,
    );
    const site = await openSite({ "/f": ferryPage([...filler, far]) });
    const { run, read } = openFolder();
    await run(`${site}/f`);
    const parsed = parseArticle(read("the-night-ferry-is-back.md"), "ferry.md");
    if (parsed.kind === "faulty") throw new Error("import wrote what cannot be read");
    const { article } = parsed;
    const section = article.sections.at(-1);
    const passage = section?.passages.at(-1);
    if (!section || passage?.text !== far) throw new Error("the last passage is missing");

    const browser = await openBrowser(browserPath ?? "");
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(passageUrl({ article, section, passage }) ?? "");
    await page.waitForFunction("scrollY > 0");
  },
);
