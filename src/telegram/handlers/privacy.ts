import { FormattedString } from "@grammyjs/parse-mode";
import { Composer, type Context } from "grammy";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import type { QuestionLog } from "../../feedback/question-log.ts";
import { blocks, NOTHING, plain } from "../replies/reply.ts";
import { isCommand } from "./command-in.ts";
import { sendReply } from "./send-reply.ts";
import { wordingForReader } from "../wording/wording-for.ts";

type PrivacyDependencies = {
  readonly memory: ChatMemory;
  readonly questionLog?: QuestionLog | undefined;
};

/** /privacy says what is stored, which depends on the question log; /forget erases the chat's context. */
export function privacy({ memory, questionLog }: PrivacyDependencies): Composer<Context> {
  const composer = new Composer();
  composer.filter(isCommand("privacy"), async (ctx) => {
    const { context } = memory.recall(conversationKeyOf(ctx));
    const { privacy: sentences } = wordingForReader(ctx, context);
    const text = blocks(
      FormattedString.bold(sentences.heading),
      plain(questionLog ? sentences.logged(questionLog.days) : sentences.notLogged),
      plain(sentences.anonymous),
      plain(sentences.undelivered),
      plain(sentences.chatContext),
      ctx.chat?.type === "private" ? NOTHING : plain(sentences.posts),
    );
    await sendReply(ctx, { text, buttons: [] });
  });
  composer.filter(isCommand("forget"), async (ctx) => {
    const wording = wordingForReader(ctx, memory.recall(conversationKeyOf(ctx)).context);
    memory.forget(conversationKeyOf(ctx));
    await sendReply(ctx, { text: plain(wording.privacy.forgotten), buttons: [] });
  });
  return composer;
}
