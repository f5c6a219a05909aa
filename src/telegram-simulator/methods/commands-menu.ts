import type { BotCommand, Chat, User } from "@grammyjs/types";
import { type CommandScope, commandsKey } from "./bot-commands.ts";
import type { Telegram } from "../state/state.ts";

/** The commands a user finds in the menu of a chat ("Determining list of commands", Bot API). */
export function commandsMenu(telegram: Telegram, chat: Chat, user: User): readonly BotCommand[] {
  for (const scope of scopesFor(chat, user)) {
    for (const languageCode of [user.language_code ?? "", ""]) {
      const commands = telegram.commands.get(commandsKey(scope, languageCode));
      if (commands) return commands;
    }
  }
  return [];
}

/** The narrowest first. Nobody is an administrator here. */
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
