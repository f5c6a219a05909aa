import { expect, onTestFinished, test, vi } from "vitest";
import { startDesk } from "../../src/desk/start-desk.ts";
import { articlesIn } from "../support/sample-bot.ts";

const FOLDER = "test/fixtures/articles";

test("a bot that has stopped is shown as stopped, while its page is still served", async () => {
  const desk = await startDesk({
    contentDir: FOLDER,
    articles: articlesIn(FOLDER),
    port: 0,
    log: () => {},
    run: async () => "refused",
  });
  onTestFinished(desk.close);
  await vi.waitFor(async () => {
    const controller = new AbortController();
    const { body } = await fetch(`${desk.url}/events`, { signal: controller.signal });
    const { value } = (await body?.getReader().read()) ?? {};
    controller.abort();
    expect(new TextDecoder().decode(value)).toContain('"hasStopped":true');
  });
});
