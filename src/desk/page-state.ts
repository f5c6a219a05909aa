import type { TelegramSimulator } from "../telegram-simulator/telegram-simulator.ts";
import type { Reader } from "./actions.ts";
import type { Explained } from "./explained.ts";
import type { ChatMessage } from "../telegram-simulator/state/state.ts";
import type { SimulatedUser } from "../telegram-simulator/users/simulated-user.ts";
import type { Typing } from "./typing.ts";

type Parts = {
  readonly api: TelegramSimulator;
  readonly reader: Reader;
  readonly typing: Typing;
  readonly explained: Explained | undefined;
  readonly mistakes: readonly string[];
};

/** All that the page shows, as data. */
export function pageState({ api, reader, typing, explained, mistakes }: Parts) {
  const { users, inlineAsk } = reader;
  return {
    bot: { name: api.bot.first_name, username: api.bot.username, id: api.bot.id },
    chats: {
      private: chatState(users.private, api.bot.first_name, typing),
      group: chatState(users.group, "Reading circle", typing),
    },
    toasts: users.private.toasts().filter(({ text }) => text !== ""),
    inline: inlineAsk && {
      query: inlineAsk.query,
      isAnswered: inlineAsk.answer !== undefined,
      results: inlineAsk.answer?.results.map(({ id, title, description }) => ({
        id,
        title,
        description,
      })),
      button: inlineAsk.answer?.button,
    },
    explained,
    mistakes,
  };
}

function chatState(user: SimulatedUser, title: string, typing: Typing) {
  return {
    id: user.chat.id,
    title,
    isTyping: typing(user.chat.id),
    commands: user.commands(),
    messages: user.messages().map((message) => messageState(message, user)),
  };
}

function messageState(message: ChatMessage, user: SimulatedUser) {
  const { message_id, from, text, caption, entities, caption_entities } = message;
  const original = message.reply_to_message;
  return {
    id: message_id,
    isOwn: from?.id === user.account.id,
    from: from?.first_name,
    isInline: message.via_bot !== undefined,
    isEdited: message.edit_date !== undefined,
    date: message.date,
    text: text ?? caption ?? "",
    entities: entities ?? caption_entities ?? [],
    keyboard: message.reply_markup?.inline_keyboard ?? [],
    replyTo: original && {
      id: original.message_id,
      from: original.from?.first_name,
      text: message.quote?.text ?? original.text ?? "",
    },
  };
}
