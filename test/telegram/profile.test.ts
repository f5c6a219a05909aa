import { Api } from "grammy";
import { expect, onTestFinished, test } from "vitest";
import { startBotApi } from "../../src/preview/bot-api/local-bot-api.ts";
import { publishProfile } from "../../src/telegram/profile.ts";

test("commands and descriptions are told once, and again only when they change", async () => {
  const telegram = await startBotApi();
  onTestFinished(() => telegram.close());
  const api = new Api(telegram.token, { apiRoot: telegram.url });
  const told = () => telegram.calls().filter(({ method }) => method.startsWith("set")).length;

  await publishProfile(api);
  const first = told();
  expect(first).toBe(4);
  expect(await api.getMyCommands({ scope: { type: "all_group_chats" } })).toContainEqual({
    command: "ask",
    description: "ask about the article",
  });

  await publishProfile(api);
  expect(told()).toBe(first);
});
