import type { Context, MiddlewareFn } from "grammy";
import type { ArticleLookup } from "../../article/article-lookup.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import { howToImportReply } from "../replies/newsroom-reply.ts";
import { plain, type Reply } from "../replies/reply.ts";
import { wordingForPress, wordingForReader } from "../wording/wording-for.ts";
import { addressedQuestion } from "./addressed-question.ts";
import { commandIn } from "./command-in.ts";
import { isEditor, type NewsroomDependencies } from "./import-offers.ts";
import { sendReply } from "./send-reply.ts";

type Dependencies = NewsroomDependencies & {
  readonly articles: ArticleLookup;
  /** What needs no article. */
  readonly others: MiddlewareFn;
};

/** As long as nothing is published, tells whoever asks so, and editors how to import. */
export function untilArticles({ articles, others, ...deps }: Dependencies): MiddlewareFn {
  return async (ctx, next) => {
    if ((await articles.count()) > 0) return next();
    await others(ctx, () => tellThereAreNone(ctx, deps));
  };
}

async function tellThereAreNone(ctx: Context, deps: NewsroomDependencies): Promise<void> {
  const { context } = deps.memory.recall(conversationKeyOf(ctx));
  if (ctx.callbackQuery) {
    const { noArticles } = wordingForPress(ctx, context).replies;
    await ctx.answerCallbackQuery({ text: noArticles, show_alert: true });
  } else if (ctx.inlineQuery) {
    await ctx.answerInlineQuery([], { cache_time: 0, is_personal: true });
  } else if (ctx.message && isForBot(ctx)) {
    await sendReply(ctx, noArticlesReply(ctx, deps));
  }
}

/** People in a group also talk to each other, and to other bots. */
function isForBot(ctx: Context): boolean {
  const command = ctx.message && commandIn(ctx.message, ctx.me);
  if (ctx.chat?.type === "private") return true;
  return command
    ? command.name === "ask" && !command.isForAnotherBot
    : addressedQuestion(ctx) !== undefined;
}

function noArticlesReply(ctx: Context, { memory, newsroom }: NewsroomDependencies): Reply {
  const wording = wordingForReader(ctx, memory.recall(conversationKeyOf(ctx)).context);
  const { noArticles } = wording.replies;
  return newsroom && isEditor(ctx, newsroom)
    ? howToImportReply(wording, newsroom, noArticles)
    : { text: plain(noArticles), buttons: [] };
}
