import { Composer, type Context } from "grammy";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import type { Feedback } from "../../feedback/feedback.ts";
import { statsReply, gapsReply, traceReply } from "../replies/operator-reply.ts";
import type { QuestionLog } from "../../feedback/question-log.ts";
import { sendReply } from "../replies/send-reply.ts";
import { wordingForReader } from "../wording/wording-for.ts";

type Monitoring = {
  readonly memory: ChatMemory;
  readonly feedback: Feedback;
  readonly questionLog?: QuestionLog | undefined;
  /** Ids of those who run the bot. */
  readonly admins: ReadonlySet<number>;
};

/** For those who run the bot, in their own chat with it; to others these are unknown commands. */
export function operatorCommands(operation: Monitoring): Composer<Context> {
  const { memory, feedback, questionLog, admins } = operation;
  const composer = new Composer();
  const wording = (ctx: Context) =>
    wordingForReader(ctx, memory.recall(conversationKeyOf(ctx)).context);
  const own = composer
    .chatType("private")
    .filter(({ from }) => from !== undefined && admins.has(from.id));

  own.command("stats", async (ctx) => {
    const kept = questionLog && { days: questionLog.days, answers: await questionLog.answers() };
    await sendReply(ctx, statsReply(feedback.stats(), kept, wording(ctx)));
  });
  own.command("gaps", async (ctx) => {
    await sendReply(ctx, gapsReply(await questionLog?.gaps(), wording(ctx)));
  });
  own.command("trace", async (ctx) => {
    const id = ctx.match.trim().toLowerCase();
    const kept =
      feedback.find(id) ?? (await questionLog?.answers())?.find(({ trace }) => trace.id === id);
    await sendReply(ctx, traceReply(id, kept, wording(ctx)));
  });
  return composer;
}
