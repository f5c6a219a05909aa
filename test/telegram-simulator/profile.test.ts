import { expect, test } from "vitest";
import { badRequest, openBotApi } from "../support/open-bot-api.ts";

const start = { command: "start", description: "Start" };
const ask = { command: "ask", description: "Ask" };

test.each([
  ["no name", [{ ...start, command: "" }], "command must be non-empty"],
  ["capitals", [{ ...start, command: "Start" }], "BOT_COMMAND_INVALID"],
  ["33 characters", [{ ...start, command: "a".repeat(33) }], "BOT_COMMAND_INVALID"],
  ["no description", [{ ...start, description: " " }], "command description must be non-empty"],
  [
    "a description of 257",
    [{ ...start, description: "a".repeat(257) }],
    "BOT_COMMAND_DESCRIPTION_INVALID",
  ],
  [
    "a missing description",
    [{ command: "start" }],
    `can't parse BotCommand: Can't find field "description"`,
  ],
  ["101 of them", Array.from({ length: 101 }, () => start), "BOT_COMMANDS_TOO_MUCH"],
])("commands with %s are refused", async (_what, commands, reason) => {
  const { call } = await openBotApi();
  expect(await call("setMyCommands", { commands })).toEqual(badRequest(reason));
});

test.each([
  [{ scope: { type: "chat" } }, `can't parse BotCommandScope: Can't find field "chat_id"`],
  [{ scope: { type: "chat", chat_id: 42 } }, "chat not found"],
  [{ scope: { type: "world" } }, "can't parse BotCommandScope: Unsupported type specified"],
  [{ language_code: "english" }, "LANG_CODE_INVALID"],
])("commands for %j are refused", async (wish, reason) => {
  const { call } = await openBotApi();
  expect(await call("setMyCommands", { commands: [start], ...wish })).toEqual(badRequest(reason));
});

test("the menu shows the commands of the narrowest scope, in the user's language", async () => {
  const { api, call } = await openBotApi();
  const ukrainian = { ...start, description: "Почати" };
  const scope = { type: "all_private_chats" };
  await call("setMyCommands", { commands: [ask] });
  await call("setMyCommands", { commands: [start], scope });
  await call("setMyCommands", { commands: [ukrainian], scope, language_code: "uk" });

  const inEnglish = api.simulateUser(api.createUser({ language_code: "en" }));
  const inUkrainian = api.simulateUser(api.createUser({ language_code: "uk" }));
  expect(inEnglish.commands()).toEqual([start]);
  expect(inUkrainian.commands()).toEqual([ukrainian]);
  expect(api.simulateUser(inEnglish.account, api.createGroup()).commands()).toEqual([ask]);
});

test("commands are read back and deleted by scope and language", async () => {
  const { call } = await openBotApi();
  await call("setMyCommands", { commands: [start], language_code: "uk" });
  expect(await call("getMyCommands", { language_code: "uk" })).toMatchObject({ result: [start] });
  expect(await call("getMyCommands")).toMatchObject({ result: [] });
  await call("deleteMyCommands", { language_code: "uk" });
  expect(await call("getMyCommands", { language_code: "uk" })).toMatchObject({ result: [] });
});

test.each([
  ["MyName", "name", 64, "name is too long"],
  ["MyDescription", "description", 512, "description is too long"],
  ["MyShortDescription", "short_description", 120, "short description is too long"],
])("%s is kept by language, up to its limit", async (name, field, most, reason) => {
  const { call } = await openBotApi();
  const longest = "a".repeat(most);
  expect(await call(`set${name}`, { [field]: `${longest}a` })).toEqual(badRequest(reason));
  await call(`set${name}`, { [field]: longest });
  await call(`set${name}`, { [field]: "українською", language_code: "uk" });

  const get = async (language_code: string) => call(`get${name}`, { language_code });
  expect(await get("uk")).toEqual({ ok: true, result: { [field]: "українською" } });
  expect(await get("de")).toEqual({ ok: true, result: { [field]: longest } });
});

test("the menu button is stored", async () => {
  const { call, user } = await openBotApi();
  await call("setChatMenuButton", { chat_id: user.chat.id, menu_button: { type: "default" } });
  expect(await call("getChatMenuButton", { chat_id: user.chat.id })).toMatchObject({
    result: { type: "default" },
  });
  expect(await call("setChatMenuButton", { chat_id: 42 })).toEqual(badRequest("chat not found"));
});
