import type { InlineKeyboardButton } from "@grammyjs/types";
import { expect, test } from "vitest";
import { prepareAnswers } from "../../../../src/answer/answer-question.ts";
import { parseArticle } from "../../../../src/article/parsing/parse-article.ts";
import { answerReply } from "../../../../src/telegram/replies/answer-reply.ts";
import { wordingFor } from "../../../../src/telegram/wording/wording-for.ts";
import type { Replies } from "../../../support/replies.ts";
import { openBotChat } from "../../../support/sample-bot.ts";

function buttonOf({ sent }: Replies, label: string): InlineKeyboardButton | undefined {
  const rows = sent[0]?.reply_markup?.inline_keyboard ?? [];
  return rows.flat().find(({ text }) => text === label);
}

test("copied text names who says it, and that it is retold", async () => {
  const chat = await openBotChat();
  const replies = await chat.say("When is Xi visiting Moscow?");
  expect(buttonOf(replies, "Copy")).toHaveProperty(
    "copy_text.text",
    "The Kremlin has announced that Xi Jinping will be in Russia from 20 to 22 March.\n— The Kremlin · Channel 24 · retold",
  );
});

/** The copied text for a question about a bridge, from an article with this one passage. */
function copiedOf(passage: string): string {
  const parsed = parseArticle(
    `---\nsource: { publisher: Tarn }\n---\n# Tarn\n\n${passage}\n`,
    "tarn.md",
  );
  if (parsed.kind === "faulty") throw new Error("the article is faulty");
  const outcome = prepareAnswers([parsed.article])("When was the bridge closed by the mayor?");
  const buttons = answerReply(outcome, wordingFor("en")).buttons.flat();
  return buttons.flatMap((button) => ("copy" in button ? [button.copy] : [])).join();
}

const FILLER = "Nothing much happened on that day in the whole of the town of Tarn. ".repeat(5);

test("of a long passage, the sentence that answers is copied", () => {
  const copied = copiedOf(`${FILLER}The bridge was closed by the mayor in May. ${FILLER}`);
  expect(copied).toBe("The bridge was closed by the mayor in May.\n— Tarn");
});

test("a long sentence is copied up to Telegram's limit, in whole words", () => {
  const copied = copiedOf(
    `The bridge was closed in May by the mayor, ${"who was tired, ".repeat(30)}.`,
  );
  expect(copied.length).toBeLessThanOrEqual(256);
  expect(copied).toMatch(/^The bridge .*, who was …\n— Tarn$/su);
});

test("a shared link opens the passage", async () => {
  const chat = await openBotChat();
  const replies = await chat.say("When is Xi visiting Moscow?");
  const button = buttonOf(replies, "Share");
  const share = new URL(button && "url" in button ? button.url : "");
  expect(share.origin + share.pathname).toBe("https://t.me/share/url");
  expect(share.searchParams.get("text")).toBe("20–22 March");

  const link = new URL(share.searchParams.get("url") ?? "");
  expect(link.origin + link.pathname).toBe("https://t.me/ask_the_article_bot");
  const opened = await chat.start(link.searchParams.get("start") ?? "");
  expect(opened.shown).toContain("<b>20–22 March</b>");
  expect((await chat.say("who says that?")).shown).toContain("Said by <b>the Kremlin</b>");
});
