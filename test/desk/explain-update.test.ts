import { expect, test } from "vitest";
import { explainUpdate } from "../../src/desk/explain-update.ts";
import { wordingFor } from "../../src/telegram/wording/wording-for.ts";

/** The explanation of a message, in one line. */
function explained(text: string): string {
  const from = { id: 1, is_bot: false, first_name: "You" };
  const chat = { id: 1, type: "private", first_name: "You" } as const;
  const message = { message_id: 1, date: 1, chat, from, text };
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
])("%s is explained as %s", (text, words) => {
  expect(explained(text)).toContain(words);
});
