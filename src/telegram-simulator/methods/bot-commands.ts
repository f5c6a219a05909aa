import type { BotCommand } from "@grammyjs/types";
import { z } from "zod";
import { findRoom } from "../rules/chat-rules.ts";
import { checkLanguage, language } from "../rules/language-code.ts";
import { MAX_COMMANDS, MAX_COMMAND_DESCRIPTION_LENGTH } from "../rules/limits.ts";
import { badRequest } from "../rules/refusal.ts";
import type { Telegram } from "../state/state.ts";
import * as wire from "./wire.ts";

const chat = { chat_id: wire.chatId };
const scope = z.discriminatedUnion("type", [
  z.strictObject({ type: z.enum(["default", "all_private_chats", "all_group_chats"]) }),
  z.strictObject({ type: z.literal("all_chat_administrators") }),
  z.strictObject({ type: z.literal("chat"), ...chat }),
  z.strictObject({ type: z.literal("chat_administrators"), ...chat }),
  z.strictObject({ type: z.literal("chat_member"), ...chat, user_id: wire.integer }),
]);
const command = z.strictObject({ command: wire.text, description: wire.text });

export const commandScopeParameters = z.strictObject({
  scope: wire.json(scope).default({ type: "default" }),
  ...language,
});
export const setMyCommandsParameters = z.strictObject({
  commands: wire.json(z.array(command)).default([]),
  ...commandScopeParameters.shape,
});

export type CommandScope = z.output<typeof scope>;
type ScopeWish = z.output<typeof commandScopeParameters>;

export function setMyCommands(
  telegram: Telegram,
  wish: z.output<typeof setMyCommandsParameters>,
): true {
  if (wish.commands.length > MAX_COMMANDS) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  for (const { isBroken, reason } of COMMAND_RULES) {
    if (wish.commands.some(isBroken)) throw badRequest(reason);
  }
  telegram.commands.set(keyOf(telegram, wish), wish.commands);
  telegram.changes.tell({ kind: "profile" });
  return true;
}

export function deleteMyCommands(telegram: Telegram, wish: ScopeWish): true {
  telegram.commands.delete(keyOf(telegram, wish));
  telegram.changes.tell({ kind: "profile" });
  return true;
}

export function getMyCommands(telegram: Telegram, wish: ScopeWish): readonly BotCommand[] {
  return telegram.commands.get(keyOf(telegram, wish)) ?? [];
}

const COMMAND_NAME = /^[a-z0-9_]{1,32}$/u;

const COMMAND_RULES = [
  { isBroken: ({ command: name }: BotCommand) => name === "", reason: "command must be non-empty" },
  {
    isBroken: ({ description }: BotCommand) => description.trim() === "",
    reason: "command description must be non-empty",
  },
  // The real API also takes a slash in front of the name; nothing is gained by that here.
  {
    isBroken: ({ command: name }: BotCommand) => !COMMAND_NAME.test(name),
    reason: "BOT_COMMAND_INVALID",
  },
  {
    isBroken: ({ description }: BotCommand) => description.length > MAX_COMMAND_DESCRIPTION_LENGTH,
    reason: "BOT_COMMAND_DESCRIPTION_INVALID",
  },
];

function keyOf(telegram: Telegram, { scope: wanted, language_code: code }: ScopeWish): string {
  checkLanguage(code);
  if ("chat_id" in wanted) findRoom(telegram, wanted.chat_id);
  return commandsKey(wanted, code);
}

export function commandsKey(wanted: CommandScope, languageCode: string): string {
  const chatId = "chat_id" in wanted ? wanted.chat_id : "";
  const userId = "user_id" in wanted ? wanted.user_id : "";
  return [wanted.type, chatId, userId, languageCode].join(" ");
}
