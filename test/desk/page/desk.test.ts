import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openSite } from "../../import/page-server.ts";
import { browserOrSkip, openBrowser } from "../../support/open-browser.ts";
import { ask, openPreviewPage } from "../../support/open-preview-page.ts";

const chromium = browserOrSkip();

const PAGE = `<!doctype html><html lang="en"><head><title>Bridge closed until October</title>
<meta property="og:site_name" content="The Vell Herald"></head><body><article>
<h1>Bridge closed until October</h1>
<p>The bridge over the Vell will stay closed until October, the city council decided on Monday.</p>
<p>“We have found cracks in two of the pillars,” said Ada Quist, the city's chief engineer. Buses take the ring road in the meantime.</p>
<p>Shopkeepers on the northern bank are worried. “Nobody comes here any more,” said Tobias Renn, who runs a bakery.</p>
<p>The works cost 4 million crowns. Lorries were banned from the bridge two years ago, after an inspection.</p>
</article></body></html>`;

describe.skipIf(chromium === undefined)("the desk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(() => browser.close());

  async function openDesk(look: Parameters<typeof openPreviewPage>[1] = {}) {
    const preview = await openPreviewPage(browser, look);
    const { page, contentDir } = preview;
    await page.getByRole("link", { name: "Desk" }).click();
    await page.getByLabel("Import an article").waitFor();
    const draft = () => readFileSync(join(contentDir, "../drafts", FILE), "utf8");
    return { ...preview, draft };
  }

  test("feeds are listed with how they are, and an embargo is asked about before publishing", async () => {
    const head = '<meta property="article:published_time" content="2999-05-03T06:00:00Z"></head>';
    const pages: Record<string, string> = { "/bridge": PAGE.replace("</head>", head) };
    const site = await openSite(pages);
    pages["/feed"] =
      `<rss><channel><item><title>Bridge</title><link>${site}/bridge</link></item></channel></rss>`;
    const { page, contentDir } = await openDesk();
    writeFileSync(
      join(contentDir, "feeds.yaml"),
      `feeds:\n  - url: ${site}/feed\n  - url: ${site}/nothing\n`,
    );
    const feeds = page.locator(".feeds");
    await expect.poll(() => feeds.textContent(), { timeout: 25_000 }).toContain("1 imported");
    expect(await feeds.locator(".chip").allTextContents()).toEqual(["followed", "failing"]);
    expect(await feeds.textContent()).toContain("there is no such page (404)");

    await page.goto(`${page.url().split("#")[0]}#draft/${FILE}`);
    await page.locator(".chip", { hasText: "embargo until 2999-05-03" }).waitFor();
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.message());
      // Not all sentences are reviewed; that alone does not matter here.
      const isOnWay = dialog.message().includes("reviewed");
      void (isOnWay ? dialog.accept() : dialog.dismiss());
    });
    await page.getByRole("button", { name: "Publish" }).click();
    await expect.poll(() => asked.at(-1)).toContain("under embargo until 3 May 2999");
    expect(existsSync(join(contentDir, FILE))).toBe(false);
  }, 60_000);

  test("a link becomes a draft, is reviewed by keys alone, published, and answered from", async () => {
    const site = await openSite({ "/bridge": PAGE });
    const { page, contentDir, draft } = await openDesk();
    await importInto(page, `${site}/bridge`);
    expect(await page.locator("h2").textContent()).toBe("Bridge closed until October");
    expect(await page.locator(".legend").textContent()).toContain("Ada Quist");

    // Every mark is confirmed with Enter; then one sentence is given to somebody, and taken back.
    await reviewByKeys(page);
    expect(draft()).not.toContain("review");
    const before = draft();
    await sentence(page, "The works cost 4 million").click();
    await page.keyboard.press("1");
    await vi.waitFor(() => expect(draft()).not.toBe(before));
    expect(draft()).toMatch(/\[The works cost 4 million crowns\.\]\{by=\w+/u);
    await page.keyboard.press("u");
    await vi.waitFor(() => expect(draft()).toBe(before));

    await page.getByRole("button", { name: "Publish" }).click();
    await page.locator(".chip", { hasText: "published" }).waitFor();
    expect(existsSync(join(contentDir, FILE))).toBe(true);
    await page.getByRole("link", { name: "Chat with the bot" }).click();
    await page.locator("textarea").waitFor();
    await vi.waitFor(
      async () => {
        const answer = await ask(page, "Who found cracks in the pillars of the bridge?");
        expect(await answer.textContent()).toContain("Ada Quist");
      },
      { timeout: 20_000, interval: 500 },
    );
  });

  test("without any article, the desk invites to import the first, and the bot answers from it", async () => {
    const site = await openSite({ "/bridge": PAGE });
    const { page } = await openDesk({ isEmpty: true });
    await page.getByRole("heading", { name: "No article yet" }).waitFor();
    await page.getByRole("link", { name: "Chat with the bot" }).click();
    await page.locator("textarea").waitFor();
    const none = await ask(page, "Who found cracks?");
    expect(await none.textContent()).toContain("There is no article here yet");
    await page.getByRole("link", { name: "Desk" }).click();
    await importInto(page, `${site}/bridge`);
    await reviewByKeys(page);
    await page.getByRole("button", { name: "Publish" }).click();
    await page.locator(".chip", { hasText: "published" }).waitFor();
    await page.getByRole("link", { name: "Chat with the bot" }).click();
    await page.locator("textarea").waitFor();
    await vi.waitFor(
      async () => {
        const answer = await ask(page, "Who found cracks in the pillars of the bridge?");
        expect(await answer.textContent()).toContain("Ada Quist");
      },
      { timeout: 20_000, interval: 500 },
    );
  });

  test("withdrawing asks first, and makes the article a draft again", async () => {
    const site = await openSite({ "/bridge": PAGE });
    const { page, contentDir } = await openDesk();
    await importInto(page, `${site}/bridge`);
    await reviewByKeys(page);
    await page.getByRole("button", { name: "Publish" }).click();
    await page.locator(".chip", { hasText: "published" }).waitFor();
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.message());
      void dialog.accept();
    });
    await page.getByRole("button", { name: "Withdraw" }).click();
    await page.locator(".chip", { hasText: "draft" }).waitFor();
    expect(asked[0]).toMatch(/^Readers get no answers/u);
    expect(existsSync(join(contentDir, FILE))).toBe(false);
  });

  test("for an article written by hand, the desk proposes who says what", async () => {
    const { page, contentDir } = await openDesk();
    const bridge = "# The bridge\n\n“It is closed,” said Ada Quist, an engineer.\n";
    writeFileSync(join(contentDir, "bridge.md"), bridge);
    await page.locator("li", { hasText: "The bridge" }).getByText("no speakers yet").waitFor();
    await page.getByRole("link", { name: "The bridge" }).click();
    await page.getByRole("button", { name: "Propose who says what" }).click();
    await page.locator(".legend", { hasText: "Ada Quist" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("No speakers yet").waitFor();
    expect(readFileSync(join(contentDir, "bridge.md"), "utf8")).toBe(bridge);
  });

  test("what was saved elsewhere appears, and is not written over", async () => {
    const site = await openSite({ "/bridge": PAGE });
    const { page, contentDir, draft } = await openDesk();
    await importInto(page, `${site}/bridge`);
    const path = join(contentDir, "../drafts", FILE);
    // The page has the earlier version still; the edit is made to the later one.
    const changed = draft().replace("4 million", "5 million");
    writeFileSync(path, changed);
    await sentence(page, "Buses take the ring road").click();
    await page.getByLabel("Who says it").selectOption({ label: "0. The Vell Herald · publisher" });
    await sentence(page, "The works cost 5 million").waitFor();
    expect(draft()).toContain("5 million");
    // The same passage: nothing is done, and the editor is told.
    await sentence(page, "The works cost 5 million").click();
    writeFileSync(path, draft().replace("5 million", "6 million"));
    await page.keyboard.press("1");
    await page.getByText("Somebody has changed just this").waitFor();
    await sentence(page, "The works cost 6 million").waitFor();
    expect(draft()).toContain("6 million");
  });

  test("pasted texts and dropped files are imported, and problems told", async () => {
    const { page } = await openDesk({ mayFail: true });
    await page.getByRole("button", { name: "Import" }).click();
    await page.getByText("Paste a link or a text first").waitFor();
    await page.getByLabel("Import an article").fill("http://127.0.0.1:1/none");
    await page.getByRole("button", { name: "Import" }).click();
    await page.getByRole("alert").waitFor();
    await page.setInputFiles("input[type=file]", {
      name: "note.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(
        "Новий міст\n\nМіст відкриють у жовтні, повідомила мерка Анна Гольт.\n\nРух дозволять лише автобусам.\n",
        "utf8",
      ),
    });
    await page.locator(".article").waitFor();
    expect(await page.locator(".legend").textContent()).toContain("Анна Гольт");
  });

  test("a draft with a mistake can be discarded, and an address by hand breaks nothing", async () => {
    const { page, contentDir } = await openDesk();
    const path = join(contentDir, "../drafts/broken.md");
    mkdirSync(join(contentDir, "../drafts"), { recursive: true });
    writeFileSync(
      path,
      "---\npeople: { ann: { name: Ann } }\n---\n\n# Broken\n\nHello there. {by=nobody}\n",
    );
    await goTo(page, "#draft/%");
    await page.getByLabel("Import an article").waitFor();
    await goTo(page, "#draft/gone.md");
    await page.getByText("gone.md is no longer here").waitFor();
    // As the button in the chat opens it.
    await page.goto(`${new URL(page.url()).origin}/desk?article=broken.md`);
    await page.getByText("This file has mistakes. Once corrected").waitFor();
    await page.getByText("Say in what capacity “ann” speaks").waitFor();
    await page.locator(".mistakes pre", { hasText: "Hello there. {by=nobody}" }).waitFor();
    await page.getByText("Speaker “nobody” is not listed").waitFor();
    expect(await page.getByRole("button", { name: "Publish" }).count()).toBe(0);
    page.on("dialog", (dialog) => void dialog.accept());
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByLabel("Import an article").waitFor();
    expect(existsSync(path)).toBe(false);
  });

  test("the keys go on after a choice, and an update is told", async () => {
    const { page, contentDir } = await openDesk();
    const note = "Old bridge shut\n\nThe bridge is shut. It is old.\n";
    await importInto(page, note);
    await sentence(page, "The bridge is shut").click();
    await page.getByLabel("announcement").click();
    const draft = join(contentDir, "../drafts/old-bridge-shut.md");
    await vi.waitFor(() => expect(readFileSync(draft, "utf8")).toContain("announcement"));
    // A change that is still under way is taken back, too.
    const before = readFileSync(draft, "utf8");
    await page.route("**/editorial", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.getByLabel("opinion").click();
    await page.keyboard.press("u");
    await vi.waitFor(() => expect(readFileSync(draft, "utf8")).not.toBe(before));
    await vi.waitFor(() => expect(readFileSync(draft, "utf8")).toBe(before));
    await page.unrouteAll({ behavior: "wait" });
    await page.keyboard.press("j");
    await page.locator(".sentence[aria-current=true]", { hasText: "It is old" }).waitFor();
    await page.getByRole("link", { name: "All articles" }).click();
    await importInto(page, note);
    await page.getByText("This draft was here already").waitFor();
  });

  test("a desk that is away is told until it is back; Enter selects a sentence", async () => {
    const { page } = await openDesk({ mayFail: true });
    await importInto(page, "Old bridge shut\n\nThe bridge is shut. It is old.\n");
    await page.route("**/editorial", (route) => route.abort());
    const notice = page.getByText("The desk does not respond");
    await notice.waitFor();
    await page.unroute("**/editorial");
    await notice.waitFor({ state: "hidden" });
    await sentence(page, "The bridge is shut").focus();
    await page.keyboard.press("Enter");
    await page.locator(".sentence[aria-current=true]", { hasText: "is shut" }).waitFor();
  });

  test("on a phone, long words fit and the way back is there", async () => {
    const { page } = await openDesk({ viewport: { width: 390, height: 844 } });
    await importInto(page, `${"Bridge".repeat(60)}\n\nقال رئيس البلدية إن الجسر مغلق.\n`);
    const direction = 'getComputedStyle(document.querySelector(".article p")).direction';
    expect(await page.evaluate(direction)).toBe("rtl");
    expect(await rightOf(page.getByRole("button", { name: "Publish" }))).toBeLessThanOrEqual(390);
    // The panel grows when a sentence is selected, and does not cover it.
    await page.locator(".sentence").click();
    await page.getByLabel("Who says it").waitFor();
    await vi.waitFor(async () => {
      const [said, panel] = await Promise.all(
        [".sentence", ".panel"].map((name) => page.locator(name).boundingBox()),
      );
      expect((said?.y ?? 999) + (said?.height ?? 0)).toBeLessThanOrEqual(panel?.y ?? 0);
    });
    await page.getByRole("link", { name: "All articles" }).click();
    await page.locator(".chip").first().waitFor();
    expect(await rightOf(page.locator(".import-box"))).toBeLessThanOrEqual(390);
  });

  test("what is typed is saved when the editor walks on, also between two choices", async () => {
    const { page, contentDir } = await openDesk();
    await importInto(page, BRIDGE_NOTE);
    const draft = () => readFileSync(join(contentDir, "../drafts/old-bridge-shut.md"), "utf8");
    // The desk is slow: what comes next does not wait for it.
    await page.route("**/editorial", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await sentence(page, "The bridge is shut").click();
    await page.getByLabel("Lead").fill("shut");
    await page.getByLabel("Note to readers").fill("Since May.");
    await page.getByLabel("announcement").click();
    await sentence(page, "It is old").click();
    await page.getByLabel("opinion").click();
    await page.getByLabel("Keywords").fill("age, ruin");
    await page.getByRole("link", { name: "All articles" }).click();
    await page.getByLabel("Import an article").waitFor();
    await vi.waitFor(() => expect(draft()).toContain('keywords="age, ruin"'), { timeout: 4000 });
    expect(draft()).toContain('lead="shut" note="Since May."');
    expect(draft()).toContain("kind=announcement");
    expect(draft()).toContain("kind=opinion");
    await page.unrouteAll({ behavior: "wait" });
    expect(await page.locator(".notice-bar").isVisible()).toBe(false);
  });

  test("what is refused stays in its field with the reason, also over a reload", async () => {
    const { page, contentDir } = await openDesk();
    await importInto(page, BRIDGE_NOTE);
    const path = join(contentDir, "../drafts/old-bridge-shut.md");
    await sentence(page, "The bridge is shut").click();
    await page.getByLabel("Lead").fill("<b>shut</b>");
    await page.getByLabel("Lead").press("Enter");
    await page.getByRole("alert").getByText("The lead contains “<b>”, which is HTML").waitFor();
    expect(await page.evaluate("document.activeElement.name")).toBe("lead");
    expect(await page.locator(".notice-bar").isVisible()).toBe(false);
    // Beside the paragraph, too, wherever the editor goes.
    await sentence(page, "It is old").click();
    await page.locator(".article .warn", { hasText: "The lead contains" }).waitFor();
    await page.reload();
    await page.locator(".article .warn", { hasText: "The lead contains" }).waitFor();
    await sentence(page, "The bridge is shut").click();
    expect(await page.getByLabel("Lead").inputValue()).toBe("<b>shut</b>");
    await page.getByLabel("Lead").fill("shut");
    await page.getByLabel("Lead").press("Escape");
    await vi.waitFor(() => expect(readFileSync(path, "utf8")).toContain('lead="shut"'));
    await page.locator(".article .warn").waitFor({ state: "detached" });

    // Somebody else has changed what is being typed about.
    await page.getByLabel("Note to readers").fill("Mine.");
    writeFileSync(path, readFileSync(path, "utf8").replace('shut"', 'closed"'));
    await page.getByLabel("Note to readers").press("Enter");
    await page.getByRole("alert").getByText("Somebody has changed just this").waitFor();
    expect(await page.getByLabel("Note to readers").inputValue()).toBe("Mine.");
    await page.getByRole("button", { name: "Save" }).click();
    await vi.waitFor(() =>
      expect(readFileSync(path, "utf8")).toContain('lead="closed" note="Mine."'),
    );
  });

  test("what was typed while the desk was away is saved once it is back", async () => {
    const { page, contentDir } = await openDesk({ mayFail: true });
    await importInto(page, BRIDGE_NOTE);
    await sentence(page, "The bridge is shut").click();
    await page.route("**/editorial", (route) => route.abort());
    await page.getByLabel("Lead").fill("shut");
    await page.getByLabel("Lead").press("Escape");
    await page.getByRole("alert").getByText("does not respond").waitFor();
    await page.unroute("**/editorial");
    const path = join(contentDir, "../drafts/old-bridge-shut.md");
    await vi.waitFor(() => expect(readFileSync(path, "utf8")).toContain('lead="shut"'), 8000);
  });

  test("a person without a role is asked for at that field; title, source and sections change", async () => {
    const { page, contentDir } = await openDesk();
    mkdirSync(join(contentDir, "../drafts"), { recursive: true });
    const path = join(contentDir, "../drafts/pier.md");
    writeFileSync(path, "# The pier\n\nIt burnt.\n\n## What next\n\nNobody knows.\n");
    const text = () => readFileSync(path, "utf8");
    await goTo(page, "#draft/pier.md");
    await page.getByRole("tab", { name: "People" }).click();
    const added = page.locator(".fields > form");
    await added.getByLabel("Name", { exact: true }).fill("Marit Dunsley");
    await added.getByRole("button", { name: "Add" }).click();
    await page.getByRole("alert").getByText("Say in what capacity Marit Dunsley speaks.").waitFor();
    expect(await page.evaluate("document.activeElement.name")).toBe("capacity");
    await page.keyboard.type("harbour master");
    await page.keyboard.press("Enter");
    await page.locator(".person", { hasText: "harbour master" }).waitFor();
    expect(await added.getByLabel("Name", { exact: true }).inputValue()).toBe("");

    await page.getByRole("button", { name: "What next" }).click();
    await page.getByLabel("Summary").fill("Nobody knows what comes next.");
    await page.getByLabel("Title").fill("The old pier");
    await page.getByLabel("Publisher").fill("The Gazette");
    await page.getByLabel("Author").fill("Lo Vey");
    await page.getByRole("tab", { name: "Questions" }).click();
    await page.locator("h2", { hasText: "The old pier" }).waitFor();
    await vi.waitFor(() => expect(text()).toContain("author: Lo Vey"));
    expect(text()).toContain('## What next {summary="Nobody knows what comes next."}');
    expect(text()).toContain("publisher: The Gazette");
  });

  test("of many speakers a phone shows a few, and each is found by keys", async () => {
    const { page, contentDir } = await openDesk({ viewport: { width: 390, height: 844 } });
    const numbers = Array.from({ length: 24 }, (_, at) => at + 1);
    const people = numbers.map((n) => `  p${n}: { name: Pia Number${n}, capacity: voter ${n} }\n`);
    const said = numbers.map(
      (n) => `I voted ${"very ".repeat(30 - n)}late. {by=p${n} kind=opinion}\n`,
    );
    const path = join(contentDir, "../drafts/vote.md");
    mkdirSync(join(contentDir, "../drafts"), { recursive: true });
    const head = `---\ntitle: The vote\npeople:\n${people.join("")}---\n\n`;
    writeFileSync(path, `${head}It is over. {#over}\n\n${said.join("\n")}`);
    await goTo(page, "#draft/vote.md");
    const legend = page.locator(".legend");
    await legend.getByText("and 19 more").click();
    await legend.getByText("Pia Number24").waitFor();
    await legend.getByText("Show fewer").click();
    expect((await legend.boundingBox())?.height).toBeLessThan(160);

    await sentence(page, "It is over").click();
    for (const [typed, id] of [
      ["23", "p23"],
      ["number17", "p17"],
    ]) {
      await page.keyboard.press("s");
      await page.keyboard.type(typed ?? "");
      await page.keyboard.press("Enter");
      await vi.waitFor(() => expect(readFileSync(path, "utf8")).toContain(`{#over by=${id} `));
    }
    // Whatever is typed there is no key of the review.
    await page.keyboard.press("1");
    await vi.waitFor(() => expect(readFileSync(path, "utf8")).toContain("{#over by=p1 "));
  });

  test("people are corrected, and questions kept or taken out", async () => {
    const site = await openSite({ "/bridge": PAGE });
    const { page, draft } = await openDesk();
    await importInto(page, `${site}/bridge`);
    await page.getByRole("tab", { name: "People" }).click();
    await page.locator(".person", { hasText: "Ada Quist" }).click();
    const form = page.locator(".people form");
    await form.getByLabel("Role").fill("head of works");
    await form.getByRole("button", { name: "Save" }).click();
    await vi.waitFor(() => expect(draft()).toContain("capacity: head of works"));
    await page.getByRole("tab", { name: "Questions" }).click();
    await page.getByLabel("Another question").fill("How long is the bridge closed?");
    await page.getByRole("button", { name: "Add" }).click();
    await vi.waitFor(() => expect(draft()).toContain("  - How long is the bridge closed?"));
  });
});

const BRIDGE_NOTE = "Old bridge shut\n\nThe bridge is shut.\n\nIt is old.\n";
const FILE = "bridge-closed-until-october.md";

function sentence(page: Page, words: string): Locator {
  return page.locator(".sentence", { hasText: words });
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
}

async function rightOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  return box ? box.x + box.width : Infinity;
}

async function importInto(page: Page, address: string): Promise<void> {
  await page.getByLabel("Import an article").fill(address);
  await page.getByRole("button", { name: "Import" }).click();
  await page.locator(".article").waitFor();
}

/** j to the next sentence, Enter for “it is right”, until nothing is left. */
async function reviewByKeys(page: Page): Promise<void> {
  const progress = page.locator(".progress");
  for (let left = 20; left > 0; left -= 1) {
    const before = (await progress.textContent()) ?? "";
    if (before.startsWith("Nothing")) return;
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await vi.waitFor(async () => expect(await progress.textContent()).not.toBe(before));
  }
}
