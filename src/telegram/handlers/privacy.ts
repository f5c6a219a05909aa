import { FormattedString } from "@grammyjs/parse-mode";
import { Composer, type Context } from "grammy";
import type { ChatMemory } from "../chat-memory.ts";
import { placeOf } from "../chat-place.ts";
import type { QuestionLog } from "../../feedback/question-log.ts";
import { blocks, plain } from "../replies/reply.ts";
import { sendReply } from "../replies/send-reply.ts";
import { wordingFor } from "../wording/wording-for.ts";

type Keeping = { readonly memory: ChatMemory; readonly questionLog?: QuestionLog | undefined };

/** /privacy tells what is kept, which depends on the operator; /forget clears what can be cleared. */
export function privacy({ memory, questionLog }: Keeping): Composer<Context> {
  const composer = new Composer();
  composer.command("privacy", async (ctx) => {
    const { context } = memory.recall(placeOf(ctx));
    const { privacy: told } = wordingFor(ctx, context);
    const text = blocks(
      FormattedString.bold(told.head),
      plain(questionLog ? told.questionLog(questionLog.days) : told.noQuestionLog),
      plain(told.nobody),
      plain(told.unsent),
      plain(told.context),
    );
    await sendReply(ctx, { text, buttons: [] });
  });
  composer.command("forget", async (ctx) => {
    const wording = wordingFor(ctx, memory.recall(placeOf(ctx)).context);
    memory.forget(placeOf(ctx));
    await sendReply(ctx, { text: plain(wording.privacy.forgotten), buttons: [] });
  });
  return composer;
}
