import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { runBot } from "../../src/delivery/run-bot.ts";
import { startDesk, type DeskOptions } from "../../src/desk/start-desk.ts";
import { ferryPage } from "../import/made-up-page.ts";
import { openSite } from "../import/page-server.ts";
import { temporaryFolder } from "../support/bot-process.ts";
import { firstContentIn } from "../support/first-content.ts";

const FOLDER = "test/fixtures/articles";
const log = () => {};

/** The page's address, and what it shows. */
async function openDesk(run: DeskOptions["run"], folder?: string) {
  const published = folder === undefined ? FOLDER : join(folder, "content");
  const { url, close } = await startDesk({
    folders: { published, draft: join(folder ?? FOLDER, "drafts") },
    journalDir: join(folder ?? FOLDER, "journal"),
    first: firstContentIn(published),
    allowsLocalPages: true,
    port: 0,
    log,
    run,
  });
  onTestFinished(close);
  const state = async () => {
    const controller = new AbortController();
    const { body } = await fetch(`${url}/events`, { signal: controller.signal });
    const { value } = (await body?.getReader().read()) ?? {};
    controller.abort();
    return JSON.parse(new TextDecoder().decode(value).replace("data: ", ""));
  };
  return { url, state };
}

test("a bot that has stopped is shown as stopped, while its page is still served", async () => {
  const { state } = await openDesk(async () => "refused");
  await vi.waitFor(async () => expect((await state()).hasStopped).toBe(true));
});

test("a message that the bot sends without an update is explained as a notice", async () => {
  const { url, state } = await openDesk(async (bot, { signal }) => {
    const { chats } = await vi.waitFor(async () => {
      const shown = await state();
      expect(shown.chats.private.messages).toHaveLength(1);
      return shown;
    });
    await bot.api.sendMessage(chats.private.id, "Too many messages at once.");
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
  });
  const body = JSON.stringify({ do: "say", chat: "private", text: "hello" });
  await fetch(`${url}/act`, { method: "POST", headers: { Origin: url }, body });
  const number = await vi.waitFor(async () => {
    const [own, notice] = (await state()).chats.private.messages;
    expect([own.why, typeof notice?.why]).toEqual([undefined, "number"]);
    return notice.why;
  });
  expect(await (await fetch(`${url}/why?number=${number}`)).text()).toContain("too many messages");
  expect((await fetch(`${url}/why?number=99`)).status).toBe(404);
});

test("a link is imported in the chat, and why is said of each message", async () => {
  const site = await openSite({ "/ferry": ferryPage() });
  const folder = temporaryFolder();
  cpSync("test/fixtures/articles", join(folder, "content"), { recursive: true });
  const { url, state } = await openDesk(runBot, folder);
  const act = (action: object) => {
    const body = JSON.stringify({ chat: "private", ...action });
    return fetch(`${url}/act`, { method: "POST", headers: { Origin: url }, body });
  };
  const message = async (words: string) =>
    vi.waitFor(
      async () => {
        const last = (await state()).chats.private.messages.at(-1);
        expect(last.text).toContain(words);
        return last;
      },
      { timeout: 8000 },
    );
  const why = async (number: number) => (await fetch(`${url}/why?number=${number}`)).text();

  await act({ do: "say", text: `${site}/ferry` });
  const offer = await message("Import the article");
  expect(await why(offer.why)).toContain("editors are asked whether to import the page");
  await act({ do: "press", messageId: offer.id, label: "Import" });
  const report = await message("Who speaks");
  expect(await why(report.why)).toContain("the button imports the page behind the link");
  await act({ do: "press", messageId: offer.id, label: "Publish" });
  const published = await message("Published:");
  expect(await why(published.why)).toContain("the button publishes the draft");
});
