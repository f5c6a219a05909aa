import { expect, test } from "vitest";
import type { Change } from "../../src/telegram-simulator/state/changes.ts";
import { openBotApi } from "../support/open-bot-api.ts";

test("a subscriber gets what users can see change", async () => {
  const { api, call, send, user } = await openBotApi();
  const heard: Change["kind"][] = [];
  const unsubscribe = api.subscribe(({ kind }) => heard.push(kind));
  const chat_id = user.chat.id;

  await call("sendChatAction", { chat_id, action: "typing" });
  await send({ text: "hi" });
  const message_id = user.messages().at(-1)?.message_id;
  await call("editMessageText", { chat_id, message_id, text: "ho" });
  await call("setMessageReaction", { chat_id, message_id });
  await call("deleteMessage", { chat_id, message_id });
  await call("setMyDescription", { description: "hi" });
  unsubscribe();
  await send({ text: "not heard" });

  expect(heard).toEqual([
    "typing",
    "message-sent",
    "message-edited",
    "reaction",
    "message-deleted",
    "profile",
  ]);
});

test("a bot that is not idle in time is reported with its open calls", async () => {
  const { api, user } = await openBotApi();
  user.say("hi");
  await expect(api.untilIdle(20)).rejects.toThrow(
    "the bot is not idle after 20 ms: 1 updates not acknowledged, calls in progress: none",
  );
});
