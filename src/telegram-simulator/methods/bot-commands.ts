import type { BotCommand, Chat, User } from "@grammyjs/types";
import { z } from "zod";
import { findRoom } from "../rules/chat-rules.ts";
import { checkLanguage, language } from "../rules/language-code.ts";
import { MAX_COMMANDS, MAX_COMMAND_DESCRIPTION_LENGTH } from "../rules/limits.ts";
import { badRequest } from "../rules/refusal.ts";
import type { SimulatorState } from "../state/state.ts";
import * as wire from "./wire.ts";

const inChat = { chat_id: wire.chatId };
const commandScope = z.discriminatedUnion("type", [
  z.strictObject({ type: z.enum(["default", "all_private_chats", "all_group_chats"]) }),
  z.strictObject({ type: z.literal("all_chat_administrators") }),
  z.strictObject({ type: z.literal("chat"), ...inChat }),
  z.strictObject({ type: z.literal("chat_administrators"), ...inChat }),
  z.strictObject({ type: z.literal("chat_member"), ...inChat, user_id: wire.integer }),
]);
const command = z.strictObject({ command: wire.text, description: wire.text });

export const commandScopeParameters = z.strictObject({
  scope: wire.json(commandScope).default({ type: "default" }),
  ...language,
});
export const setMyCommandsParameters = z.strictObject({
  commands: wire.json(z.array(command)).default([]),
  ...commandScopeParameters.shape,
});

type CommandScope = z.output<typeof commandScope>;
type ScopeParams = z.output<typeof commandScopeParameters>;

export function setMyCommands(
  state: SimulatorState,
  params: z.output<typeof setMyCommandsParameters>,
): true {
  if (params.commands.length > MAX_COMMANDS) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  for (const { isBroken, reason } of COMMAND_RULES) {
    if (params.commands.some(isBroken)) throw badRequest(reason);
  }
  state.commands.set(keyOf(state, params), params.commands);
  state.changes.notify({ kind: "profile" });
  return true;
}

export function deleteMyCommands(state: SimulatorState, params: ScopeParams): true {
  state.commands.delete(keyOf(state, params));
  state.changes.notify({ kind: "profile" });
  return true;
}

export function getMyCommands(state: SimulatorState, params: ScopeParams): readonly BotCommand[] {
  return state.commands.get(keyOf(state, params)) ?? [];
}

const COMMAND_NAME = /^[a-z0-9_]{1,32}$/u;

const COMMAND_RULES = [
  { isBroken: ({ command: name }: BotCommand) => name === "", reason: "command must be non-empty" },
  {
    isBroken: ({ description }: BotCommand) => description.trim() === "",
    reason: "command description must be non-empty",
  },
  // Telegram also accepts a leading slash; no bot needs it.
  {
    isBroken: ({ command: name }: BotCommand) => !COMMAND_NAME.test(name),
    reason: "BOT_COMMAND_INVALID",
  },
  {
    isBroken: ({ description }: BotCommand) => description.length > MAX_COMMAND_DESCRIPTION_LENGTH,
    reason: "BOT_COMMAND_DESCRIPTION_INVALID",
  },
];

function keyOf(state: SimulatorState, { scope: wanted, language_code: code }: ScopeParams): string {
  checkLanguage(code);
  if ("chat_id" in wanted) findRoom(state, wanted.chat_id);
  return commandsKey(wanted, code);
}

function commandsKey(wanted: CommandScope, languageCode: string): string {
  const chatId = "chat_id" in wanted ? wanted.chat_id : "";
  const userId = "user_id" in wanted ? wanted.user_id : "";
  return [wanted.type, chatId, userId, languageCode].join(" ");
}

/** The commands in a user's menu of a chat (Bot API, "Determining list of commands"). */
export function commandsMenu(state: SimulatorState, chat: Chat, user: User): readonly BotCommand[] {
  for (const scope of scopesFor(chat, user)) {
    for (const languageCode of [user.language_code ?? "", ""]) {
      const commands = state.commands.get(commandsKey(scope, languageCode));
      if (commands) return commands;
    }
  }
  return [];
}

/** The narrowest first. Nobody is an administrator in the simulator. */
function scopesFor(chat: Chat, user: User): readonly CommandScope[] {
  const here: CommandScope = { type: "chat", chat_id: chat.id };
  if (chat.type === "private") return [here, { type: "all_private_chats" }, { type: "default" }];
  return [
    { type: "chat_member", chat_id: chat.id, user_id: user.id },
    here,
    { type: "all_group_chats" },
    { type: "default" },
  ];
}
