import type { Chat, MessageEntity } from "grammy/types";
import { expect, test } from "vitest";
import {
  SIMULATED_BOT_TOKEN,
  simulatedBot,
} from "../../../src/telegram-simulator/state/simulated-bot.ts";
import { addressedQuestion } from "../../../src/telegram/handlers/addressed-question.ts";

const ME = simulatedBot(SIMULATED_BOT_TOKEN);
const PRIVATE: Chat.PrivateChat = { id: 7, type: "private", first_name: "Ann" };
const GROUP: Chat.GroupChat = { id: -7, type: "group", title: "Ferries" };

function questionOf(
  text: string,
  entities: readonly MessageEntity[],
  chat: Chat.PrivateChat | Chat.GroupChat = PRIVATE,
) {
  const msg = { message_id: 1, date: 0, chat, text, entities: [...entities] };
  return addressedQuestion({ chat, me: ME, msg });
}

const command = (length: number): MessageEntity => ({ type: "bot_command", offset: 0, length });
const bold = (length: number): MessageEntity => ({ type: "bold", offset: 0, length });

test.each(["/forget", "/start", "/ASK"])("%s is a command, even in bold", (text) => {
  const { length } = text;
  expect(questionOf(text, [command(length)])).toBeUndefined();
  expect(questionOf(text, [bold(length), command(length)])).toBeUndefined();
});

test("the text after /ask is the question, whatever is bold in it", () => {
  const text = "/ask@ask_the_article_bot when does it leave?";
  const marks = [bold(text.length), command("/ask@ask_the_article_bot".length)];
  expect(questionOf(text, marks, GROUP)).toBe("when does it leave?");
  expect(questionOf(text, marks)).toBe("when does it leave?");
});

test("a command in the middle of a text does not make it one", () => {
  const text = "what does /start do?";
  const mark: MessageEntity = { type: "bot_command", offset: 10, length: 6 };
  expect(questionOf(text, [mark])).toBe(text);
});
