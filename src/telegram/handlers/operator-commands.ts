import { Composer, type Context } from "grammy";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import type { Feedback } from "../../feedback/feedback.ts";
import { statsReply, gapsReply, traceReply } from "../replies/operator-reply.ts";
import type { QuestionLog } from "../../feedback/question-log.ts";
import { commandIn, isCommand } from "./command-in.ts";
import { sendReply } from "./send-reply.ts";
import { wordingForReader } from "../wording/wording-for.ts";

type OperatorDependencies = {
  readonly memory: ChatMemory;
  readonly feedback: Feedback;
  readonly questionLog?: QuestionLog | undefined;
  /** Telegram user ids. */
  readonly admins: ReadonlySet<number>;
};

/** For admins, in their private chat with the bot; for anyone else these commands are unknown. */
export function operatorCommands(deps: OperatorDependencies): Composer<Context> {
  const { memory, feedback, questionLog, admins } = deps;
  const composer = new Composer();
  const wording = (ctx: Context) =>
    wordingForReader(ctx, memory.recall(conversationKeyOf(ctx)).context);
  const adminChats = composer
    .chatType("private")
    .filter(({ from }) => from !== undefined && admins.has(from.id));

  adminChats.filter(isCommand("stats"), async (ctx) => {
    const logged = questionLog && { days: questionLog.days, answers: await questionLog.answers() };
    await sendReply(ctx, statsReply(feedback.stats(), logged, wording(ctx)));
  });
  adminChats.filter(isCommand("gaps"), async (ctx) => {
    await sendReply(ctx, gapsReply(await questionLog?.gaps(), wording(ctx)));
  });
  adminChats.filter(isCommand("trace"), async (ctx) => {
    const id = (ctx.message && commandIn(ctx.message, ctx.me)?.words.toLowerCase()) ?? "";
    const answer =
      feedback.find(id) ?? (await questionLog?.answers())?.find(({ trace }) => trace.id === id);
    await sendReply(ctx, traceReply(id, answer, wording(ctx)));
  });
  return composer;
}
