import { Bot, Composer, type Context, type MiddlewareFn } from "grammy";
import type { AnswerQuestion } from "../answer/answer-question.ts";
import type { Article } from "../article/article.ts";
import { type ChatMemory, openChatMemory } from "./chat-memory.ts";
import { placeOf } from "./chat-place.ts";
import { commands } from "./handlers/commands.ts";
import { openFeedback } from "../feedback/feedback.ts";
import { ignoreBots } from "./handlers/ignore-bots.ts";
import { inlineQueries } from "./handlers/inline-queries.ts";
import { lostChats } from "./handlers/lost-chats.ts";
import { otherContent } from "./handlers/other-content.ts";
import { operatorCommands } from "./handlers/operator-commands.ts";
import { pressedButtons } from "./handlers/pressed-buttons.ts";
import { privacy } from "./handlers/privacy.ts";
import type { QuestionLog } from "../feedback/question-log.ts";
import { questions } from "./handlers/questions.ts";
import type { OnAnswer } from "./handlers/ready-answer.ts";
import { plain } from "./replies/reply.ts";
import { sendReply } from "./replies/send-reply.ts";
import { traceIdsBy } from "../feedback/trace-id.ts";
import { versions } from "./handlers/versions.ts";
import { votes } from "./handlers/votes.ts";
import { wordingFor } from "./wording/wording-for.ts";

export type BotOptions = {
  readonly token: string;
  /** Where the Bot API is: `https://api.telegram.org`, or a local one. */
  readonly apiRoot: string;
  /** Asked at each update, since an editor may have saved them anew. */
  readonly articles: () => readonly Article[];
  readonly answerQuestion: AnswerQuestion;
  /** Where questions and votes are kept, if anywhere. */
  readonly questionLog?: QuestionLog | undefined;
  /** Telegram's ids of those who run the bot; nobody's unless they are given. */
  readonly admins?: readonly number[];
  /** What is known of each chat; kept in this process unless another is given. */
  readonly memory?: ChatMemory;
  readonly watch?: Watch;
};

/** Is told what the bot does, and changes nothing of it. */
export type Watch = {
  /** Goes round all handlers. */
  readonly onUpdate: MiddlewareFn;
  readonly onAnswer: OnAnswer;
};

/** The kinds of updates the bot takes; Telegram sends it no others. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "inline_query",
] as const;

/** The bot with its handlers, in the order in which they see an update. */
export function createBot(options: BotOptions): Bot {
  const { token, apiRoot, articles, answerQuestion, memory = openChatMemory() } = options;
  const { questionLog, admins = [] } = options;
  const feedback = openFeedback(traceIdsBy(token), questionLog);
  const bot = new Bot(token, { client: { apiRoot } });
  const { onUpdate = pass, onAnswer = () => {} } = options.watch ?? {};
  const talk = { articles, answerQuestion, memory, feedback, onAnswer };

  const others = new Composer(
    inlineQueries(talk),
    votes(talk),
    versions(talk),
    pressedButtons(talk),
    commands(talk),
    privacy({ memory, questionLog }),
    operatorCommands({ memory, feedback, questionLog, admins: new Set(admins) }),
  );
  others.chatType("private").on("message:text", (ctx) => tellUnknownCommand(ctx, memory));
  others.use(otherContent(memory));
  // Nearly all updates are questions, and grammY enters every handler of this row for each of them.
  bot.use(onUpdate, ignoreBots, lostChats(memory), questions(talk), others);
  return bot;
}

const pass: MiddlewareFn = (_ctx, next) => next();

/** What is left of texts in private are commands that there are not. */
async function tellUnknownCommand(ctx: Context, memory: ChatMemory): Promise<void> {
  const { unknownCommand } = wordingFor(ctx, memory.recall(placeOf(ctx)).context);
  await sendReply(ctx, { text: plain(unknownCommand), buttons: [] });
}
