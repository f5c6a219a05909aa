import { FormattedString } from "@grammyjs/parse-mode";
import type { Context } from "grammy";
import type { Context as ChatContext } from "../../answer/answer.ts";
import type { Outcome } from "../../answer/answer-question.ts";
import type { Article } from "../../article/article.ts";
import { articleIn } from "../../article/translation.ts";
import type { Trace } from "../../feedback/trace.ts";
import type { Post } from "../chat-memory.ts";
import type { VotedAnswer } from "../replies/card/vote-buttons.ts";
import { blocks, fitToMessage, truncate, type Reply } from "../replies/reply.ts";
import { unknownArticleReply } from "../replies/unknown-article-reply.ts";
import { wordingFor, wordingForReader } from "../wording/wording-for.ts";
import { questionMessage } from "./addressed-question.ts";
import { draftReply, type ReplyDependencies } from "./draft-reply.ts";
import { asksBeside } from "./linked-article.ts";
import { linksIn } from "./links-in.ts";
import { listingOf } from "./listing-of.ts";
import { openLink } from "./open-link.ts";
import { questionContext } from "./question-context.ts";
import { isForwardedPost, type Scope } from "./scope-of-message.ts";

type Asked = {
  readonly chatId: number;
  readonly question: string;
  /** What the chat was about. */
  readonly before: ChatContext;
  readonly scope: Scope | undefined;
  /** An earlier version of the answer said which article it is from. */
  readonly saidArticle?: boolean;
};

export type Draft = {
  readonly reply: Reply;
  /** What the chat is about from here on. */
  readonly context: ChatContext;
  /** The reply says which article the answer is from. */
  readonly saysArticle?: true;
  readonly post?: Post;
  readonly votedAnswer?: VotedAnswer;
  readonly traces: readonly Trace[];
};

/** Answers a message within the article that it is about, if that is certain. */
export function draftInScope(ctx: Context, asked: Asked, deps: ReplyDependencies): Promise<Draft> {
  const { scope } = asked;
  if (!scope) return draftAnswer(ctx, asked, deps);
  return scope.kind === "known"
    ? draftKnown(ctx, { ...asked, scope }, deps)
    : draftUnknown(ctx, { ...asked, scope }, deps);
}

type InScope<Kind extends Scope["kind"]> = Asked & {
  readonly scope: Extract<Scope, { kind: Kind }>;
};

async function draftKnown(
  ctx: Context,
  asked: InScope<"known">,
  deps: ReplyDependencies,
): Promise<Draft> {
  const { before, scope } = asked;
  const { article, post } = scope;
  const told = post && { post: { ...post, told: article.slug } };
  if (asksAnything(ctx, asked)) {
    const isNew = (post ? post.told : before.article) !== article.slug;
    const draft = await draftAnswer(ctx, asked, deps);
    return isNew || asked.saidArticle
      ? { ...sayingArticle(draft, article), ...told }
      : { ...draft, ...told };
  }
  const wording = wordingForReader(ctx, before);
  const opened = await openLink(ctx, scope.parameter, { articles: deps.articles, wording });
  const isInGroup = ctx.chat?.type !== "private";
  const reply = isInGroup ? { ...opened.reply, buttons: [] } : opened.reply;
  return { reply, context: opened.context ?? before, traces: [], ...told };
}

async function draftUnknown(
  ctx: Context,
  asked: InScope<"unknown">,
  deps: ReplyDependencies,
): Promise<Draft> {
  const { before, question, scope } = asked;
  const asks = asksAnything(ctx, asked);
  const outcome = asks ? await deps.answerQuestion(question, before) : undefined;
  if (outcome && needsNoArticle(outcome, scope)) return draftAnswer(ctx, asked, deps);
  const wording = outcome ? wordingFor(outcome.language) : wordingForReader(ctx, before);
  const isInGroup = ctx.chat?.type !== "private";
  const listing = await listingOf(deps.articles, wording);
  const reply = unknownArticleReply(scope.by, { listing, wording, isInGroup });
  return { reply, context: before, traces: [], ...(scope.post && { post: scope.post }) };
}

/** "Thanks" below a post, and "which articles are there?". */
function needsNoArticle({ intent }: Outcome, { by }: Scope): boolean {
  const isSmallTalk = intent.kind === "small-talk" && by !== "link";
  return isSmallTalk || (intent.kind === "overview" && intent.of === "library");
}

/** A forwarded post and a link with its headline ask nothing. */
function asksAnything(ctx: Context, { question, scope }: Asked): boolean {
  const message = questionMessage(ctx) ?? ctx.msg;
  if (!message || !scope) return true;
  const isPost =
    ctx.chat?.type === "private" && "forward_origin" in message && isForwardedPost(message);
  const article = scope.kind === "known" ? scope.article : undefined;
  return !isPost && asksBeside(question, linksIn(message), article);
}

async function draftAnswer(
  ctx: Context,
  { chatId, question, before, scope }: Asked,
  deps: ReplyDependencies,
): Promise<Draft> {
  const given = await questionContext(ctx, before, deps);
  const within = scope?.kind === "known" ? scope.article.slug : undefined;
  const context = within === undefined ? given : contextWithin(within, given);
  const { outcome, ...draft } = await draftReply(ctx, { chatId, question, context, within }, deps);
  return { ...draft, context: outcome.context };
}

/** What was said about another article has nothing to do with this one. */
function contextWithin(article: string, context: ChatContext): ChatContext {
  if (context.article === article) return context;
  const { clientLanguage, language, today } = context;
  return {
    article,
    ...(today !== undefined && { today }),
    ...(clientLanguage !== undefined && { clientLanguage }),
    ...(language !== undefined && { language }),
  };
}

/** On a line of its own. */
const MAX_TITLE = 120;

function sayingArticle(draft: Draft, article: Article): Draft {
  const { language = "en" } = draft.context;
  const title = truncate(articleIn(article, language).title, MAX_TITLE);
  const line = FormattedString.italic(wordingFor(language).replies.answeringFrom(title));
  const text = fitToMessage(blocks(line, draft.reply.text));
  return { ...draft, reply: { ...draft.reply, text }, saysArticle: true };
}
