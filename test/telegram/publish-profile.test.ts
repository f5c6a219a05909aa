import { Api } from "grammy";
import { expect, onTestFinished, test } from "vitest";
import { LANGUAGES } from "../../src/languages/language.ts";
import { startTelegramSimulator } from "../../src/telegram-simulator/telegram-simulator.ts";
import type { Room } from "../../src/telegram-simulator/state/state.ts";
import { publishProfile } from "../../src/telegram/publish-profile.ts";

test("commands and descriptions are sent once, and again only when they change", async () => {
  const telegram = await startTelegramSimulator();
  onTestFinished(() => telegram.close());
  const api = new Api(telegram.token, { apiRoot: telegram.url });
  const told = () => telegram.calls().filter(({ method }) => method.startsWith("set")).length;

  await publishProfile(api);
  const first = told();
  // Two lists of commands and two descriptions in each language.
  expect(first).toBe(4 * LANGUAGES.length);
  expect(await api.getMyCommands({ scope: { type: "all_group_chats" } })).toContainEqual({
    command: "ask",
    description: "ask about the article",
  });

  await publishProfile(api);
  expect(told()).toBe(first);
});

test("readers see them in the language of their app, or in English", async () => {
  const telegram = await startTelegramSimulator();
  onTestFinished(() => telegram.close());
  await publishProfile(new Api(telegram.token, { apiRoot: telegram.url }));

  const menu = (language: string, room?: Room) =>
    telegram
      .simulateUser(telegram.createUser({ language_code: language }), room)
      .commands()
      .find(({ command }) => command === "help")?.description;
  expect(menu("uk")).toBe("що вміє цей бот");
  expect(menu("ru", telegram.createGroup())).toBe("что умеет этот бот");
  expect(menu("ja")).toBe("what this bot does");
});

test("a changed menu button is reset to the commands", async () => {
  const telegram = await startTelegramSimulator();
  onTestFinished(() => telegram.close());
  const api = new Api(telegram.token, { apiRoot: telegram.url });
  await api.setChatMenuButton({ menu_button: { type: "default" } });
  await publishProfile(api);
  expect(await api.getChatMenuButton()).toEqual({ type: "commands" });
});
