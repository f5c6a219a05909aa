import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { versionOf } from "../../src/desk/editorial/journal.ts";
import { referenceTo } from "../../src/article/reference-to.ts";
import { writeCallbackData } from "../../src/telegram/callback/callback-data.ts";
import { eventually, MAIN, openTelegram, temporaryFolder } from "../support/bot-process.ts";

const FERRY = "# The ferry\n\nThe ferry to the island sails at nine in the evening.\n";
const ASK = "When does the ferry to the island sail?";

/** A bot whose reader is an editor, with a draft about a ferry. */
async function openEditorsBot() {
  const folder = temporaryFolder();
  const [content, drafts] = [join(folder, "content"), join(folder, "drafts")];
  for (const one of [content, drafts]) mkdirSync(one);
  writeFileSync(join(content, "bakery.md"), "# The bakery\n\nThe bakery opens at six.\n");
  writeFileSync(join(drafts, "ferry.md"), FERRY);
  const telegram = await openTelegram();
  const { user, environment } = telegram;
  const more = {
    CONTENT_DIR: content,
    DRAFTS_DIR: drafts,
    ADMIN_IDS: String(user.account.id),
    NODE_ENV: "production",
  };
  const start = () => telegram.start(MAIN, more);
  /** A report of the draft, as the bot has sent it at some time. */
  const sendReport = async (version = versionOf(FERRY)) => {
    const names = { of: referenceTo("ferry.md"), version: referenceTo(version) };
    const button = (act: "publish" | "withdraw") => {
      return { text: act, callback_data: writeCallbackData({ ask: "draft", act, ...names }) };
    };
    const reply_markup = { inline_keyboard: [[button("publish"), button("withdraw")]] };
    const { url, token } = telegram.telegram;
    await fetch(`${url}/bot${token}/sendMessage`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: user.chat.id, text: "The ferry", reply_markup }),
    });
  };
  const journal = () =>
    readFileSync(join(environment["STATE_DIR"] ?? "", "desk/journal.jsonl"), "utf8");
  return { ...telegram, start, sendReport, journal };
}

test("what an editor publishes in the chat is answered from without a restart", async () => {
  const { start, chat, user, sendReport, replies, journal } = await openEditorsBot();
  const bot = start();
  await eventually(() => expect(bot.printed()).toContain("answering"));
  user.start();
  await eventually(() => expect(replies()).toHaveLength(1));
  await sendReport();
  await chat.press("publish");
  await eventually(() => expect(bot.printed()).toContain("the articles were reloaded"));
  await chat.say(ASK);
  expect(replies().at(-1)).toContain("nine in the evening");
  expect(journal()).toContain(`"by":"${user.account.id}","did":"publish"`);
}, 30_000);

test("a link is offered, and an address of this machine is refused, also after a kill", async () => {
  const { start, chat, user, replies } = await openEditorsBot();
  const first = start();
  await eventually(() => expect(first.printed()).toContain("answering"));
  expect((await chat.say("http://127.0.0.1/ferry")).shown).toContain("[Import]");
  first.child.kill("SIGKILL");
  await first.ended;
  const second = start();
  user.press(user.messages().at(-1)?.message_id ?? 0, "Import");
  await eventually(() =>
    expect(replies().at(-1)).toContain("Only public pages with an https address"),
  );
  expect(second.printed()).not.toMatch(/given up|failed/u);
}, 30_000);
