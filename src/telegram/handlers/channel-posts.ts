import type { Context, MiddlewareFn } from "grammy";
import { type ChatMemory, withPost } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import { postIn } from "./scope-of-message.ts";

/** Remembers what a channel's posts link to, for the comments below them in its discussion group. */
export function channelPosts({ memory }: { readonly memory: ChatMemory }): MiddlewareFn {
  return async (ctx: Context, next) => {
    const { message = ctx.editedMessage } = ctx;
    if (message?.is_automatic_forward !== true) return next();
    const key = conversationKeyOf(ctx);
    const { posts = [] } = memory.recall(key);
    const post = postIn(message);
    const known = posts.find(({ id }) => id === post.id);
    if (post.links.length === 0 && !known) return;
    memory.remember(key, { posts: withPost(posts, { ...known, ...post }) });
  };
}
