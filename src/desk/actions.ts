import { z } from "zod";
import type { SimulatedUser } from "../telegram-simulator/users/simulated-user.ts";
import type { InlineRequest } from "../telegram-simulator/state/state.ts";

const messageId = z.int();
const chat = z.enum(["private", "group"]);

/** What can be done on the page. */
const actionSchema = z.discriminatedUnion("do", [
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

/** The person at the page, as a user of both chats. */
export type Reader = {
  readonly users: Readonly<Record<z.output<typeof chat>, SimulatedUser>>;
  /** The latest inline query. */
  inlineRequest: InlineRequest | undefined;
};

/** Performs an action from the page in the simulator. Throws if it is impossible. */
export function performAction(reader: Reader, request: unknown): void {
  const action = actionSchema.parse(request);
  switch (action.do) {
    case "say":
      return say(reader.users[action.chat], action);
    case "edit":
      reader.users[action.chat].edit(action.messageId, action.text);
      return;
    case "press":
      reader.users[action.chat].press(action.messageId, action.label);
      return;
    case "start":
      reader.users.private.start(action.parameter);
      return;
    case "ask-inline":
      reader.inlineRequest = reader.users[action.chat].askInline(action.query);
      return;
    case "choose-inline":
      if (reader.inlineRequest) {
        reader.users[action.chat].chooseInline(reader.inlineRequest, action.resultId);
      }
  }
}

type MessageInput = {
  readonly text: string;
  readonly replyTo?: number | undefined;
  readonly quote?: string | undefined;
};

function say(user: SimulatedUser, { text, replyTo, quote }: MessageInput): void {
  const original = replyTo === undefined ? undefined : user.room.messages.get(replyTo);
  if (!original) {
    user.say(text);
    return;
  }
  const isQuote = quote !== undefined && (original.text ?? "").includes(quote);
  user.say(text, { replyTo: original, ...(isQuote && { quote }) });
}
