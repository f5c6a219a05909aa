import { Composer, type Context, type MiddlewareFn } from "grammy";
import type { Answer, OverviewAnswer } from "../../answer/answer.ts";
import { overviewOf } from "../../answer/respond/answer-about-article.ts";
import { shownPassages } from "../../answer/shown-passages.ts";
import type { ArticleLookup } from "../../article/article-lookup.ts";
import type { Article } from "../../article/article.ts";
import { articleIn } from "../../article/translation.ts";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import { commandIn, isCommand } from "./command-in.ts";
import { isEditor, type NewsroomDependencies } from "./import-offers.ts";
import { answerReply } from "../replies/answer-reply.ts";
import type { AnswerDependencies } from "./questions.ts";
import { blocks, lines, plain, type Reply } from "../replies/reply.ts";
import { libraryReply } from "../replies/library-reply.ts";
import { withLibraryButton } from "../replies/library-button.ts";
import { unknownArticleReply } from "../replies/unknown-article-reply.ts";
import { listingOf } from "./listing-of.ts";
import { openLink } from "./open-link.ts";
import { scopeOfMessage } from "./scope-of-message.ts";
import { sendReply } from "./send-reply.ts";
import { wordingForReader } from "../wording/wording-for.ts";

const OVERVIEWS: Readonly<Record<string, OverviewAnswer["of"]>> = {
  brief: "sections",
  facts: "key-facts",
  dates: "dates",
  people: "people",
};

export function commands(
  deps: AnswerDependencies & Pick<NewsroomDependencies, "newsroom">,
): Composer<Context> {
  const composer = new Composer();

  const help: MiddlewareFn = (ctx) => sendReply(ctx, helpReply(ctx, deps));
  composer.filter(isCommand("start"), (ctx) => start(ctx, deps));
  composer.filter(isCommand("help"), help);
  // With a question after it, `questions` has answered already.
  composer.filter(isCommand("ask"), help);
  composer.filter(isCommand("about"), (ctx) =>
    replyAbout(ctx, deps, (article) => ({ kind: "source", article })),
  );
  for (const [command, of] of Object.entries(OVERVIEWS)) {
    composer.filter(isCommand(command), (ctx) =>
      replyAbout(ctx, deps, (article) => overviewOf(article, of)),
    );
  }
  return composer;
}

/** Whatever text is left in a private chat is an unknown command. */
export function unknownCommands(memory: ChatMemory): Composer<Context> {
  const composer = new Composer();
  composer.chatType("private").on("message:text", async (ctx) => {
    const { replies } = wordingForReader(ctx, memory.recall(conversationKeyOf(ctx)).context);
    await sendReply(ctx, { text: plain(replies.unknownCommand), buttons: [] });
  });
  return composer;
}

async function start(ctx: Context, { articles, memory }: AnswerDependencies): Promise<void> {
  const parameter = (ctx.message && commandIn(ctx.message, ctx.me)?.words) ?? "";
  const key = conversationKeyOf(ctx);
  const wording = wordingForReader(ctx, memory.recall(key).context);
  const { reply, context } = await openLink(ctx, parameter, { articles, wording });
  if (context) memory.remember(key, { context });
  await sendReply(ctx, reply);
}

/** Replies about the article the message or the chat is about, or the only one; otherwise lists the articles. */
async function replyAbout(
  ctx: Context,
  { articles, memory }: AnswerDependencies,
  answerAbout: (article: Article) => Answer,
): Promise<void> {
  const { context, posts = [] } = memory.recall(conversationKeyOf(ctx));
  const wording = wordingForReader(ctx, context);
  const scope = await scopeOfMessage(ctx, { posts, articles });
  if (scope?.kind === "unknown") {
    const isInGroup = ctx.chat?.type !== "private";
    const listing = await listingOf(articles, wording);
    await sendReply(ctx, unknownArticleReply(scope.by, { listing, wording, isInGroup }));
    return;
  }
  const found = await articleInQuestion(scope?.article.slug ?? context?.article, articles);
  if (!found) {
    await sendReply(ctx, libraryReply(await listingOf(articles, wording), wording));
    return;
  }
  const article = articleIn(found, wording.language);
  const answer = answerAbout(article);
  const reply = answerReply({ answer }, wording);
  const count = await articles.count();
  await sendReply(ctx, withLibraryButton(reply, ctx, { count, wording }));
  // "Who said the second one?" may follow.
  const listed = shownPassages(answer).map(({ passage }) => passage.id);
  memory.remember(conversationKeyOf(ctx), {
    context: { language: wording.language, article: article.slug, listed },
  });
}

/** That of the message or the chat, or the only one. */
async function articleInQuestion(
  slug: string | undefined,
  articles: ArticleLookup,
): Promise<Article | undefined> {
  const [current] = slug === undefined ? [] : await articles.bySlugs([slug]);
  if (current) return current;
  const [first, ...others] = await articles.first(2);
  return others.length === 0 ? first : undefined;
}

function helpReply(ctx: Context, { memory, newsroom }: NewsroomDependencies): Reply {
  const wording = wordingForReader(ctx, memory.recall(conversationKeyOf(ctx)).context);
  const { replies, profile } = wording;
  const ofEditors = isEditor(ctx, newsroom) ? wording.newsroom.commands : {};
  const listed =
    ctx.chat?.type === "private" ? { ...profile.commands, ...ofEditors } : profile.groupCommands;
  const list = Object.entries(listed).map(([name, description]) =>
    plain(`/${name} — ${description}`),
  );
  return { text: blocks(...replies.help.map(plain), lines(...list)), buttons: [] };
}
