import type { Context } from "grammy";
import type { Message } from "grammy/types";
import { mayBeArticle } from "../../article/address.ts";
import type { ArticleLookup } from "../../article/article-lookup.ts";
import type { ChatNotes, Post } from "../chat-memory.ts";
import type { UnknownArticle } from "../wording/wording.ts";
import { linkedArticle, type Linked } from "./linked-article.ts";
import { linksIn, linksRepliedTo } from "./links-in.ts";
import { articleOfCard } from "./question-context.ts";

/** The only article that a message is about: it links to it, replies to a link, or comments on a post with one. */
export type Scope = Linked & {
  readonly by: UnknownArticle;
  /** The channel's post whose comments it is among. */
  readonly post?: Post;
};

type Setting = Pick<ChatNotes, "posts"> & { readonly articles: ArticleLookup };

/** `undefined` if nothing but its words tells which article a message is about. */
export async function scopeOfMessage(
  { msg: message, me, chat }: Pick<Context, "msg" | "me" | "chat">,
  { posts = [], articles }: Setting,
): Promise<Scope | undefined> {
  if (!message) return undefined;
  const known = { articles, username: me.username };
  const post = postAbove(message, posts);
  const isPost = chat?.type === "private" && isForwardedPost(message);
  const own = await linkedArticle(linksIn(message), known);
  if (own) return { ...own, by: isPost ? "post" : "link", ...(post && { post }) };
  if (isPost) return { kind: "unknown", by: "post-without-link" };

  const isReplyToBot = message.reply_to_message?.from?.id === me.id;
  const replied = isReplyToBot ? undefined : await linkedArticle(linksRepliedTo(message), known);
  const commented = post && (await linkedArticle(post.links.map(withUrl), known));
  const isMoreSpecific = replied?.kind === "known" || commented === undefined;
  const linked = isMoreSpecific ? replied : commented;
  if (!linked) return undefined;
  if (isReplyToBot && (await isAboutAnother(message, linked, articles))) return undefined;
  const by = linked === commented || isReplyToPost(message) ? "post" : "link";
  return { ...linked, by, ...(post && { post }) };
}

/** What a channel asks its readers is no question to the bot. */
export function isForwardedPost({ forward_origin: origin }: Message): boolean {
  return origin?.type === "channel";
}

/** What is to be remembered of a post. */
export function postIn(message: Omit<Message, "reply_to_message">): Post {
  const links = linksIn(message).map(({ url }) => url);
  const kept = links.filter((url) => url.length <= MAX_LINK && (isOfBot(url) || mayBeArticle(url)));
  return { id: message.message_id, links: [...new Set(kept)].slice(0, MAX_LINKS) };
}

/** More links stand below a post, and are no article. */
const MAX_LINKS = 5;
const MAX_LINK = 500;
const BOT_LINK = /[?&]start=/u;

function isOfBot(url: string): boolean {
  return BOT_LINK.test(url);
}

/** The post that a message comments on, as it is now or as it was when the bot saw it. */
function postAbove(message: Message, posts: readonly Post[]): Post | undefined {
  const { reply_to_message: original, message_thread_id: thread, is_topic_message } = message;
  const id = original?.is_automatic_forward ? original.message_id : thread;
  const remembered = is_topic_message ? undefined : posts.find((post) => post.id === id);
  if (!original?.is_automatic_forward) return remembered;
  const { told } = remembered ?? {};
  return { ...postIn(original), ...(told !== undefined && { told }) };
}

function isReplyToPost({ reply_to_message: original, external_reply: external }: Message): boolean {
  return original?.is_automatic_forward === true || external?.origin.type === "channel";
}

/** Whether a message replies to an answer from another article than that of the post above. */
async function isAboutAnother(
  { reply_to_message: card }: Message,
  linked: Linked,
  articles: ArticleLookup,
): Promise<boolean> {
  const article = card && (await articleOfCard(card, articles));
  if (!article) return false;
  return linked.kind === "unknown" || linked.article.slug !== article.slug;
}

function withUrl(url: string) {
  return { url };
}
