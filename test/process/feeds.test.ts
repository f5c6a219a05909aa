import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually, MAIN, openTelegram, run, temporaryFolder } from "../support/bot-process.ts";

/** A folder of articles with a feed that nobody may fetch. */
function contentWithFeed() {
  const folder = temporaryFolder();
  const content = join(folder, "content");
  mkdirSync(content);
  writeFileSync(join(content, "bakery.md"), "# The bakery\n\nThe bakery opens at six.\n");
  writeFileSync(join(content, "feeds.yaml"), "feeds:\n  - url: https://127.0.0.1/feed\n");
  return { CONTENT_DIR: content, DRAFTS_DIR: join(folder, "drafts"), STATE_DIR: join(folder, "s") };
}

const REFUSED = "this address leads into a private network";

test("npm start follows feeds.yaml, stops in time, and FOLLOW_FEEDS=no leaves it to another process", async () => {
  const environment = contentWithFeed();
  const { start } = await openTelegram();
  const bot = start(MAIN, environment);
  await eventually(() => expect(bot.printed()).toContain(REFUSED));
  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
  const other = start(MAIN, { ...environment, FOLLOW_FEEDS: "no" });
  await eventually(() => expect(other.printed()).toContain("answering"));
  expect(other.printed()).not.toContain("feed");
}, 40_000);

test("the preview follows feeds.yaml, too, and its mistakes stop nothing", async () => {
  const environment = { ...contentWithFeed(), PREVIEW_PORT: "0" };
  const preview = run(MAIN, environment);
  await eventually(() => expect(preview.printed()).toContain(REFUSED));
  const file = join(environment.CONTENT_DIR, "feeds.yaml");
  writeFileSync(file, `${readFileSync(file, "utf8")}    evry: 5\n`);
  await eventually(() => expect(preview.printed()).toMatch(/feeds\.yaml:3: unknown field `evry`/u));
  preview.child.kill("SIGTERM");
  expect(await preview.ended).toBe(0);
}, 40_000);
