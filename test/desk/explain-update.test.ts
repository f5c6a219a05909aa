import type { MessageEntity } from "@grammyjs/types";
import { expect, test } from "vitest";
import { explainUpdate } from "../../src/desk/explain-update.ts";
import { referenceTo } from "../../src/article/reference-to.ts";
import {
  type PressedButton,
  writeCallbackData,
} from "../../src/telegram/callback/callback-data.ts";
import { wordingFor } from "../../src/telegram/wording/wording-for.ts";

/** The explanation of a message, in one line. */
function explained(text: string, entities: MessageEntity[] = []): string {
  const from = { id: 1, is_bot: false, first_name: "You" };
  const chat = { id: 1, type: "private", first_name: "You" } as const;
  const message = { message_id: 1, date: 1, chat, from, text, entities };
  const { readAs = [], because = [] } = explainUpdate({ update_id: 1, message }) ?? {};
  return [...readAs, ...because].join(" ");
}

const { profile, operator } = wordingFor("en");
const COMMANDS = Object.keys({
  ...profile.commands,
  ...profile.groupCommands,
  ...operator.commands,
  forget: true,
});

test.each(COMMANDS)("/%s has a rule of its own", (name) => {
  expect(explained(`/${name}`)).toContain(`By rule: /${name} `);
  expect(explained(`/${name.toUpperCase()}@ask_the_article_bot`)).toContain(`By rule: /${name} `);
});

test.each([
  ["/points", "there is no /points. By rule: unknown commands lead to /help."],
  ["/start ferry_fares", "a link that opens this chat"],
  ["hello", "a message without a question"],
  ["https://example.org/ferry", "By rule: editors are asked whether to import the page."],
])("%s is explained as %s", (text, words) => {
  expect(explained(text)).toContain(words);
});

test("a message with a link is explained as about its article", () => {
  const text = "How much? https://example.org/ferry";
  const entities: MessageEntity[] = [{ type: "url", offset: 10, length: 25 }];
  expect(explained(text, entities)).toContain("about the article that it links to");
});

const of = referenceTo("ferry.md");

test.each<[PressedButton, string]>([
  [{ ask: "import" }, "imports the page behind the link"],
  [{ ask: "draft", act: "publish", of, version: of }, "publishes the draft"],
  [{ ask: "draft", act: "withdraw", of, version: of }, "makes the article a draft again"],
  [{ ask: "draft", act: "discard", of, version: of }, "deletes the draft"],
])("a press of %j is explained", (button, words) => {
  const callback_query = {
    id: "1",
    chat_instance: "1",
    from: { id: 1, is_bot: false, first_name: "You" },
    data: writeCallbackData(button),
  };
  const { because = [] } = explainUpdate({ update_id: 1, callback_query }) ?? {};
  expect(because.join(" ")).toContain(words);
});
