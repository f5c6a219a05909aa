import type { Context, MiddlewareFn } from "grammy";
import { replaceAddresses } from "../../text/addresses.ts";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import type { Newsroom } from "../newsroom.ts";
import { howToImportReply, offerReply } from "../replies/newsroom-reply.ts";
import { wordingForReader } from "../wording/wording-for.ts";
import { commandIn, entitiesIn } from "./command-in.ts";
import { sendReply } from "./send-reply.ts";

export type NewsroomDependencies = {
  readonly memory: ChatMemory;
  readonly newsroom?: Newsroom | undefined;
};

/** Offers an editor to import the page whose link is all that a message says, besides `/import`. */
export function importOffers({ memory, newsroom }: NewsroomDependencies): MiddlewareFn {
  return async (ctx, next) => {
    if (!ctx.message || !newsroom || !isEditor(ctx, newsroom)) return next();
    const command = commandIn(ctx.message, ctx.me);
    const isImport = command?.name === "import";
    const link = isImport ? webPage(onlyLink(command.words)) : linkIn(ctx.message);
    if (link === undefined && !isImport) return next();
    const wording = wordingForReader(ctx, memory.recall(conversationKeyOf(ctx)).context);
    const reply =
      link === undefined ? howToImportReply(wording, newsroom) : offerReply(link, wording);
    await sendReply(ctx, reply);
  };
}

/** Whether an editor writes or presses in their own chat with the bot. */
export function isEditor(
  { chat, from }: Pick<Context, "chat" | "from">,
  newsroom: Newsroom | undefined,
): boolean {
  return chat?.type === "private" && from !== undefined && newsroom?.editors.has(from.id) === true;
}

/** A message has to hold it besides the bot's own words. */
const MAX_LINK = 2048;
const SCHEME = /^[a-z]+:\/\//iu;
const WEB_SCHEME = /^https?:\/\//iu;
/** Chats and bots are no articles. */
const TELEGRAM = /^(?:https?:\/\/)?(?:www\.)?(?:t|telegram)\.(?:me|dog)(?:\/|$)/iu;
const WORDS = /[\p{L}\p{N}]/u;

/** The link to a web page that is all a message says. */
export function linkIn(message: Parameters<typeof entitiesIn>[0]): string | undefined {
  const text = message.text ?? message.caption ?? "";
  return webPage(linkBehind(text, entitiesIn(message)) ?? onlyLink(text));
}

/** What the whole text is a link to, if its words are not the address. */
function linkBehind(text: string, entities: ReturnType<typeof entitiesIn>): string | undefined {
  const rest = (offset: number, length: number) =>
    text.slice(0, offset) + text.slice(offset + length);
  for (const entity of entities) {
    const isAll = !WORDS.test(rest(entity.offset, entity.length));
    if (entity.type === "text_link" && isAll) return entity.url;
  }
  return undefined;
}

/** Brackets may belong to an address: `/wiki/Port_(harbour)`. */
const WHOLE_LINK = /^(?<link>https?:\/\/\S*[^\s.,;:!?…])[.,;:!?…]*$/iu;

/** The only link of a text that says nothing else. */
export function onlyLink(text: string): string | undefined {
  const whole = WHOLE_LINK.exec(text.trim())?.groups?.["link"];
  if (whole !== undefined) return whole;
  const links: string[] = [];
  const rest = replaceAddresses(text, (address) => {
    if (address.kind !== "link") return address.text;
    links.push(address.text);
    return "";
  });
  return links.length === 1 && !WORDS.test(rest) ? links[0] : undefined;
}

function webPage(link: string | undefined): string | undefined {
  if (link === undefined || link.length > MAX_LINK || TELEGRAM.test(link)) return undefined;
  if (WEB_SCHEME.test(link)) return link;
  return SCHEME.test(link) ? undefined : `https://${link}`;
}
