import { Bot, Composer, type Context, type MiddlewareFn } from "grammy";
import type { Answerer } from "../answer/answer-question.ts";
import type { ArticleLookup } from "../article/article-lookup.ts";
import { type Feedback, openFeedback } from "../feedback/feedback.ts";
import type { QuestionLog } from "../feedback/question-log.ts";
import { createTraceIds } from "../feedback/trace.ts";
import { type ChatMemory, openChatMemory } from "./chat-memory.ts";
import { channelPosts } from "./handlers/channel-posts.ts";
import { commands, unknownCommands } from "./handlers/commands.ts";
import type { OnAnswer } from "./handlers/draft-reply.ts";
import { inlineQueries } from "./handlers/inline-queries.ts";
import { lostChats } from "./handlers/lost-chats.ts";
import { importOffers } from "./handlers/import-offers.ts";
import { newsroomButtons } from "./handlers/newsroom-buttons.ts";
import { nonTextMessages } from "./handlers/non-text-messages.ts";
import { operatorCommands } from "./handlers/operator-commands.ts";
import { pressedButtons } from "./handlers/pressed-buttons.ts";
import { privacy } from "./handlers/privacy.ts";
import { questions } from "./handlers/questions.ts";
import { untilArticles } from "./handlers/until-articles.ts";
import { translations } from "./handlers/translations.ts";
import { votes } from "./handlers/votes.ts";
import type { Newsroom } from "./newsroom.ts";

export type BotOptions = {
  readonly token: string;
  /** `https://api.telegram.org`, or a local Bot API. */
  readonly apiRoot: string;
  readonly articles: ArticleLookup;
  readonly answerQuestion: Answerer;
  /** If set, keeps questions and votes. */
  readonly questionLog?: QuestionLog | undefined;
  /** In this process, and in the question log, by default. */
  readonly feedback?: Feedback;
  /** Telegram user ids of the operators. */
  readonly admins?: readonly number[];
  /** If set, editors import and publish articles in their chat with the bot. */
  readonly newsroom?: Newsroom | undefined;
  /** In this process by default. */
  readonly memory?: ChatMemory;
  readonly instrumentation?: Instrumentation;
};

/** Observes what the bot does, and changes nothing. */
export type Instrumentation = {
  /** Wraps all handlers. */
  readonly onUpdate: MiddlewareFn;
  readonly onAnswer: OnAnswer;
};

/** Telegram sends the bot no other kinds of update. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "inline_query",
] as const;

/** The bot with its handlers, in the order in which they see an update. */
export function createBot(options: BotOptions): Bot {
  const { token, apiRoot, articles, answerQuestion, memory = openChatMemory() } = options;
  const { questionLog, admins = [], newsroom } = options;
  const { onUpdate = pass, onAnswer = () => {} } = options.instrumentation ?? {};
  const { feedback = openFeedback(createTraceIds(token), questionLog) } = options;
  const deps = { articles, answerQuestion, memory, feedback, onAnswer };

  const newsroomParts = { memory, newsroom };
  /** Also as long as there are no articles. */
  const others = new Composer(
    newsroomButtons(newsroomParts),
    privacy({ memory, questionLog }),
    operatorCommands({ memory, feedback, questionLog, admins: new Set(admins) }),
  );
  const bot = new Bot(token, { client: { apiRoot } });
  bot.use(
    onUpdate,
    channelPosts({ memory }),
    ignoreBots,
    lostChats(memory),
    importOffers(newsroomParts),
    untilArticles({ ...newsroomParts, articles, others: others.middleware() }),
    // Nearly all updates are questions. The other handlers are one composer, so a question skips them all.
    questions(deps),
    new Composer(
      inlineQueries(deps),
      votes(deps),
      translations(deps),
      // Before what takes all presses.
      others,
      pressedButtons(deps),
      commands({ ...deps, newsroom }),
      unknownCommands(memory),
      nonTextMessages(memory),
    ),
  );
  return bot;
}

const pass: MiddlewareFn = (_ctx, next) => next();

/**
 * Two bots answering each other would never stop, and a message sent through inline mode already is an
 * answer. Someone writing on behalf of a chat looks like a bot but is not. Channel posts ask nothing.
 */
async function ignoreBots(ctx: Context, next: () => Promise<void>): Promise<void> {
  const { message = ctx.editedMessage } = ctx;
  const isBot = ctx.from?.is_bot === true && message?.sender_chat === undefined;
  const isAutomatic = message?.via_bot !== undefined || message?.is_automatic_forward === true;
  const isPost = ctx.channelPost !== undefined || ctx.editedChannelPost !== undefined;
  if (!ctx.callbackQuery && (isBot || isAutomatic || isPost)) return;
  await next();
}
