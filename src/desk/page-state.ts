import type { TelegramSimulator } from "../telegram-simulator/telegram-simulator.ts";
import type { Reader } from "./actions.ts";
import type { ChatMessage, InlineRequest } from "../telegram-simulator/state/state.ts";
import type { SimulatedUser } from "../telegram-simulator/users/simulated-user.ts";
import type { TrackedReplies } from "./track-replies.ts";
import type { Typing } from "./track-typing.ts";

type Parts = {
  readonly simulator: TelegramSimulator;
  readonly reader: Reader;
  readonly typing: Typing;
  readonly replies: TrackedReplies;
  readonly mistakes: readonly string[];
  /** The bot does not run any longer, though the page is still served. */
  readonly hasStopped: boolean;
};

/** Everything the page shows, as data. */
export function pageState({ simulator, reader, typing, replies, mistakes, hasStopped }: Parts) {
  const { users } = reader;
  const now = { typing, replies };
  return {
    bot: { name: simulator.bot.first_name, username: simulator.bot.username, id: simulator.bot.id },
    chats: {
      private: chatState(users.private, simulator.bot.first_name, now),
      group: chatState(users.group, "Reading circle", now),
    },
    toasts: toastsOf(reader),
    inline: [...reader.inlineRequests].map(([tab, request]) => inlineState(tab, request)),
    mistakes,
    hasStopped,
  };
}

/** The bot's notices, each with the tab that is to show it. */
function toastsOf({ presses }: Reader) {
  return presses.flatMap(({ tab, press: { id, toast } }) =>
    toast && toast.text !== "" ? [{ tab, id, text: toast.text }] : [],
  );
}

function inlineState(tab: string, { query, answer }: InlineRequest) {
  return {
    tab,
    query,
    isAnswered: answer !== undefined,
    results: answer?.results.map(({ id, title, description }) => ({ id, title, description })),
    button: answer?.button,
  };
}

type Now = Pick<Parts, "typing" | "replies">;

function chatState(user: SimulatedUser, title: string, { typing, replies }: Now) {
  const { id } = user.chat;
  return {
    id,
    title,
    isTyping: typing(id) || replies.isAnswering(id),
    commands: user.commands(),
    messages: user.messages().map((message) => ({
      ...messageState(message, user),
      why: replies.numberFor(id, message.message_id),
    })),
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
