import { z } from "zod";
import type { SimulatedUser } from "../telegram-simulator/users/simulated-user.ts";
import type { InlineRequest } from "../telegram-simulator/state/state.ts";

const messageId = z.int();
const chat = z.enum(["private", "group"]);

/** What a reader can do on the page. */
const action = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("say"),
    chat,
    text: z.string().trim().min(1).max(4096),
    replyTo: messageId.optional(),
    quote: z.string().min(1).max(1024).optional(),
  }),
  z.strictObject({
    do: z.literal("edit"),
    chat,
    messageId,
    text: z.string().trim().min(1).max(4096),
  }),
  z.strictObject({ do: z.literal("press"), chat, messageId, label: z.string() }),
  z.strictObject({ do: z.literal("start"), parameter: z.string().optional() }),
  z.strictObject({ do: z.literal("ask-inline"), chat, query: z.string().max(256) }),
  z.strictObject({ do: z.literal("choose-inline"), chat, resultId: z.string() }),
]);

export type Reader = {
  readonly users: Readonly<Record<z.output<typeof chat>, SimulatedUser>>;
  /** The inline query typed last. */
  inlineAsk: InlineRequest | undefined;
};

/** Does in the local Telegram what the reader did on the page. Throws where that cannot be. */
export function act(reader: Reader, wish: unknown): void {
  const wanted = action.parse(wish);
  switch (wanted.do) {
    case "say":
      return say(reader.users[wanted.chat], wanted);
    case "edit":
      reader.users[wanted.chat].edit(wanted.messageId, wanted.text);
      return;
    case "press":
      reader.users[wanted.chat].press(wanted.messageId, wanted.label);
      return;
    case "start":
      reader.users.private.start(wanted.parameter);
      return;
    case "ask-inline":
      reader.inlineAsk = reader.users[wanted.chat].askInline(wanted.query);
      return;
    case "choose-inline":
      if (reader.inlineAsk)
        reader.users[wanted.chat].chooseInline(reader.inlineAsk, wanted.resultId);
  }
}

type Said = {
  readonly text: string;
  readonly replyTo?: number | undefined;
  readonly quote?: string | undefined;
};

function say(user: SimulatedUser, { text, replyTo, quote }: Said): void {
  const original = replyTo === undefined ? undefined : user.room.messages.get(replyTo);
  if (!original) {
    user.say(text);
    return;
  }
  const isQuote = quote !== undefined && (original.text ?? "").includes(quote);
  user.say(text, { replyTo: original, ...(isQuote && { quote }) });
}
