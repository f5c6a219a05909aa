import { Composer, type Context, type MiddlewareFn } from "grammy";
import type { Answer, OverviewAnswer } from "../../answer/answer.ts";
import { overviewOf } from "../../answer/respond/answer-about-article.ts";
import { shownPassages } from "../../answer/shown-passages.ts";
import type { Article } from "../../article/article.ts";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import { commandIn, isCommand } from "./command-in.ts";
import { isEditor, type NewsroomDependencies } from "./import-offers.ts";
import { answerReply } from "../replies/answer-reply.ts";
import type { AnswerDependencies } from "./questions.ts";
import { blocks, lines, plain, type Reply } from "../replies/reply.ts";
import { withLibraryButton } from "../replies/library-button.ts";
import { unknownArticleReply } from "../replies/unknown-article-reply.ts";
import { articlesFor, openLink } from "./open-link.ts";
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
  const { reply, context } = openLink(ctx, parameter, { articles: articles(), wording });
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
  const [first, ...others] = articlesFor(wording, articles());
  if (!first) throw new Error("no articles → load at least one before answering");

  const scope = scopeOfMessage(ctx, { posts, articles: articles() });
  if (scope?.kind === "unknown") {
    const isInGroup = ctx.chat?.type !== "private";
    const setting = { articles: [first, ...others], wording, isInGroup };
    await sendReply(ctx, unknownArticleReply(scope.by, setting));
    return;
  }
  const about = scope?.article.slug ?? context?.article;
  const current = [first, ...others].find(({ slug }) => slug === about);
  const article = current ?? (others.length === 0 ? first : undefined);
  const library = { kind: "overview", of: "library", passages: [] } as const;
  const answer = article
    ? answerAbout(article)
    : { ...library, articles: [first, ...others] as const };
  const reply = answerReply({ answer }, wording);
  const shown = article
    ? withLibraryButton(reply, ctx, { articles: [first, ...others], wording })
    : reply;
  await sendReply(ctx, shown);
  if (!article) return;
  // "Who said the second one?" may follow.
  const listed = shownPassages(answer).map(({ passage }) => passage.id);
  memory.remember(conversationKeyOf(ctx), {
    context: { language: wording.language, article: article.slug, listed },
  });
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
