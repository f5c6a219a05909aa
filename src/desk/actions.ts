import { z } from "zod";
import type { SimulatedUser } from "../telegram-simulator/users/simulated-user.ts";
import type {
  CallbackPress,
  ChatMessage,
  InlineRequest,
} from "../telegram-simulator/state/state.ts";

/** Telegram's limits. */
const MAX_TEXT = 4096;
const MAX_QUOTE = 1024;
const MAX_INLINE_QUERY = 256;

const number = new Intl.NumberFormat("en");
const atMost = (what: string, most: number) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    `Telegram takes ${what} of at most ${number.format(most)} characters; this one has ${number.format(String(input).length)}.`,
});

const messageId = z.int();
const chat = z.enum(["private", "group"]);
const text = z
  .string()
  .trim()
  .min(1, "There is nothing to send.")
  .max(MAX_TEXT, atMost("messages", MAX_TEXT));

/** What can be done on the page. */
const actionSchema = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("say"),
    chat,
    text,
    replyTo: messageId.optional(),
    quote: z.string().min(1).max(MAX_QUOTE, atMost("quotes", MAX_QUOTE)).optional(),
  }),
  z.strictObject({ do: z.literal("edit"), chat, messageId, text }),
  z.strictObject({ do: z.literal("press"), chat, messageId, label: z.string() }),
  z.strictObject({ do: z.literal("start"), parameter: z.string().optional() }),
  z.strictObject({
    do: z.literal("ask-inline"),
    chat,
    query: z.string().max(MAX_INLINE_QUERY, atMost("inline queries", MAX_INLINE_QUERY)),
  }),
  z.strictObject({ do: z.literal("choose-inline"), chat, resultId: z.string() }),
]);

const requestSchema = z.looseObject({ tab: z.string().max(64).default("") });

/** The person at the page, as a user of both chats. They may have it open in several tabs. */
export type Reader = {
  readonly users: Readonly<Record<z.output<typeof chat>, SimulatedUser>>;
  /** The latest button presses, oldest first: only the tab that pressed shows the bot's notice. */
  readonly presses: { readonly tab: string; readonly press: CallbackPress }[];
  /** The latest inline query of each tab, the latest tab last. */
  readonly inlineRequests: Map<string, InlineRequest>;
};

/** Nobody uses more tabs, or waits for more notices, at once. */
const MAX_REMEMBERED = 20;

/** Performs an action from the page in the simulator. Throws, with a sentence, if it is impossible. */
export function performAction(reader: Reader, request: unknown): void {
  const { tab, action } = readRequest(request);
  switch (action.do) {
    case "say":
      return say(reader.users[action.chat], action);
    case "edit":
      messageIn(reader.users[action.chat], action.messageId);
      reader.users[action.chat].edit(action.messageId, action.text);
      return;
    case "press":
      return press(reader, tab, action);
    case "start":
      reader.users.private.start(action.parameter);
      return;
    case "ask-inline":
      return rememberInline(reader, tab, reader.users[action.chat].askInline(action.query));
    case "choose-inline": {
      const asked = reader.inlineRequests.get(tab);
      if (asked) reader.users[action.chat].chooseInline(asked, action.resultId);
    }
  }
}

function readRequest(request: unknown) {
  const outer = requestSchema.safeParse(request);
  if (!outer.success) throw new Error(OTHER_PAGE);
  const { tab, ...rest } = outer.data;
  const action = actionSchema.safeParse(rest);
  if (action.success) return { tab, action: action.data };
  const issue = action.error.issues.find(({ code }) => code === "too_big" || code === "too_small");
  throw new Error(issue?.message ?? OTHER_PAGE);
}

const OTHER_PAGE = "This page is from another version of the preview: reload it.";

type Press = Extract<z.output<typeof actionSchema>, { do: "press" }>;

function press({ users, presses }: Reader, tab: string, action: Press): void {
  const user = users[action.chat];
  const { reply_markup: keyboard } = messageIn(user, action.messageId);
  const buttons = keyboard?.inline_keyboard.flat() ?? [];
  if (!buttons.some((button) => button.text === action.label)) {
    throw new Error("This button is no longer there.");
  }
  presses.push({ tab, press: user.press(action.messageId, action.label) });
  presses.splice(0, presses.length - MAX_REMEMBERED);
}

function messageIn({ room }: SimulatedUser, id: number): ChatMessage {
  const message = room.messages.get(id);
  if (!message) throw new Error("This message is no longer there: the preview was started again.");
  return message;
}

function rememberInline({ inlineRequests }: Reader, tab: string, asked: InlineRequest): void {
  inlineRequests.delete(tab);
  inlineRequests.set(tab, asked);
  const [oldest] = inlineRequests.keys();
  if (oldest !== undefined && inlineRequests.size > MAX_REMEMBERED) inlineRequests.delete(oldest);
}

type MessageInput = {
  readonly text: string;
  readonly replyTo?: number | undefined;
  readonly quote?: string | undefined;
};

function say(user: SimulatedUser, { text: words, replyTo, quote }: MessageInput): void {
  const original = replyTo === undefined ? undefined : user.room.messages.get(replyTo);
  if (!original) {
    user.say(words);
    return;
  }
  const isQuote = quote !== undefined && (original.text ?? "").includes(quote);
  user.say(words, { replyTo: original, ...(isQuote && { quote }) });
}
