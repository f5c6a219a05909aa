import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { startDesk, type DeskOptions } from "../../src/desk/start-desk.ts";
import { articlesIn } from "../support/sample-bot.ts";

const FOLDER = "test/fixtures/articles";
const log = () => {};

/** The page's address, and what it shows. */
async function openDesk(run: DeskOptions["run"]) {
  const articles = articlesIn(FOLDER);
  const { url, close } = await startDesk({
    folders: { published: FOLDER, draft: join(FOLDER, "drafts") },
    journalDir: join(FOLDER, "journal"),
    articles,
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
