import type { Update } from "@grammyjs/types";
import type { Instrumentation } from "../telegram/create-bot.ts";
import { explainAnswer, type Explanation } from "../telegram/explanation/explain-answer.ts";
import type { TelegramSimulator } from "../telegram-simulator/telegram-simulator.ts";
import type { Room } from "../telegram-simulator/state/state.ts";
import { explainUpdate } from "./explain-update.ts";

/** Why each of the bot's messages is what it is. */
export type TrackedReplies = {
  readonly instrumentation: Instrumentation;
  /** The number of a message's latest explanation. */
  readonly numberFor: (chatId: number, messageId: number) => number | undefined;
  readonly explanation: (number: number) => Explanation | undefined;
  /** Whether the bot is working on an update of this chat. */
  readonly isAnswering: (chatId: number) => boolean;
};

/** An update that the bot is working on. */
type UnderWay = { explanation: Explanation | undefined; hasReplied: boolean; isAnswered?: boolean };

/** A quick answer needs no sign that the bot is at work. */
const SLOW_MS = 300;
/** More messages than anybody scrolls back. */
const MAX_EXPLANATIONS = 2000;

type Parts = {
  readonly simulator: TelegramSimulator;
  readonly rooms: readonly Room[];
  readonly notify: () => void;
};

/** Observes the bot's updates, and the messages it sends or edits meanwhile. */
export function trackReplies({ simulator, rooms, notify }: Parts): TrackedReplies {
  const current = new Map<number, UnderWay>();
  const numbers = new Map<string, number>();
  const explanations = new Map<number, Explanation>();
  let last = 0;

  simulator.subscribe((change) => {
    if (change.kind !== "message-sent" && change.kind !== "message-edited") return;
    const { chatId, messageId } = change;
    const room = rooms.find(({ chat }) => chat.id === chatId);
    if (room?.messages.get(messageId)?.from?.id !== simulator.bot.id) return;
    const underWay = current.get(chatId);
    // A press has begun what this goes on with, such as an import.
    if (!underWay && change.kind === "message-edited") return;
    if (underWay) underWay.hasReplied = true;
    const explanation = underWay ? underWay.explanation : TOO_FAST;
    if (!explanation) return;
    last += 1;
    explanations.set(last, explanation);
    explanations.delete(last - MAX_EXPLANATIONS);
    numbers.set(keyOf(chatId, messageId), last);
  });

  return {
    instrumentation: {
      onUpdate: async (ctx, next) => {
        const chatId = ctx.chat?.id;
        if (chatId === undefined) return next();
        const timer = setTimeout(notify, SLOW_MS);
        current.set(chatId, { explanation: explainUpdate(ctx.update), hasReplied: false });
        try {
          await next();
        } finally {
          clearTimeout(timer);
          // A slow Telegram accepts the answer later.
          const { isAnswered = false, hasReplied = true } = current.get(chatId) ?? {};
          if (!isAnswered || hasReplied) current.delete(chatId);
          notify();
        }
      },
      onAnswer: (update, outcome) => {
        const place = current.get(chatOf(update));
        if (!place) return;
        place.explanation = withButton(update, explainAnswer(outcome));
        // An edited question may leave its answer as it is.
        place.isAnswered = update.edited_message === undefined;
      },
    },
    numberFor: (chatId, messageId) => numbers.get(keyOf(chatId, messageId)),
    explanation: (number) => explanations.get(number),
    isAnswering: (chatId) => current.get(chatId)?.hasReplied === false,
  };
}

/** All that the bot sends without having read an update. */
const TOO_FAST: Explanation = {
  message: "",
  readAs: ["Not read: too many messages came at once."],
  because: [
    "By rule: the bot asks for patience once, and answers again after a few quiet seconds.",
  ],
  words: [],
  passages: [],
  areCompared: false,
};

function keyOf(chatId: number, messageId: number): string {
  return `${chatId}/${messageId}`;
}

function chatOf({ message, edited_message, callback_query }: Update): number {
  return (message ?? edited_message ?? callback_query?.message)?.chat.id ?? 0;
}

function withButton({ callback_query }: Update, explanation: Explanation): Explanation {
  if (!callback_query) return explanation;
  return { ...explanation, readAs: ["The button asks this question.", ...explanation.readAs] };
}
