import { Composer, type Context } from "grammy";
import { readCallbackData, type PressedButton } from "../callback/callback-data.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import type { ActionOutcome, Newsroom } from "../newsroom.ts";
import {
  discardedReply,
  importedReply,
  progressReply,
  reportReply,
} from "../replies/newsroom-reply.ts";
import type { Reply } from "../replies/reply.ts";
import { wordingForPress } from "../wording/wording-for.ts";
import type { Wording } from "../wording/wording.ts";
import { isEditor, type NewsroomDependencies, onlyLink } from "./import-offers.ts";
import { editReply, replaceReply } from "./send-reply.ts";

type NewsroomButton = Extract<PressedButton, { ask: "import" | "draft" }>;
type Press = {
  readonly ctx: Context;
  readonly wording: Wording;
  readonly newsroom: Newsroom;
  readonly by: string;
};

/** Imports, publishes, withdraws and discards, for editors. */
export function newsroomButtons({ memory, newsroom }: NewsroomDependencies): Composer<Context> {
  const composer = new Composer();
  /** The links of imports in progress. */
  const running = new Set<string>();
  composer.on("callback_query:data", async (ctx, next) => {
    const pressed = readCallbackData(ctx.callbackQuery.data);
    if (pressed?.ask !== "import" && pressed?.ask !== "draft") return next();
    const wording = wordingForPress(ctx, memory.recall(conversationKeyOf(ctx)).context);
    if (!newsroom || !isEditor(ctx, newsroom)) {
      await notify(ctx, wording.newsroom.editorsOnly);
      return;
    }
    const press = { ctx, wording, newsroom, by: String(ctx.from.id) };
    await (pressed.ask === "import" ? startImport(press, running) : act(pressed, press));
  });
  return composer;
}

/** A toast would be gone before such a sentence is read. */
async function notify(ctx: Context, text: string): Promise<void> {
  await ctx.answerCallbackQuery({ text, show_alert: true });
}

/** Shows that the import has begun; what follows takes longer than an update may. */
async function startImport(press: Press, running: Set<string>): Promise<void> {
  const { ctx, wording } = press;
  const message = ctx.callbackQuery?.message;
  const link = onlyLink(message?.text?.split("\n").at(-1) ?? "");
  if (!message || link === undefined) return notify(ctx, wording.newsroom.sendAgain);
  if (running.has(link)) return void (await ctx.answerCallbackQuery(wording.newsroom.isRunning));
  running.add(link);
  try {
    await ctx.answerCallbackQuery();
    const first = progressReply({ kind: "step", step: "fetching" }, link, wording);
    const shown = await editReply(ctx, first, { messageId: message.message_id });
    void followImport(link, shown, press).finally(() => running.delete(link));
  } catch (error) {
    running.delete(link);
    throw error;
  }
}

/** Shows each step and the end in the one message. */
async function followImport(link: string, first: number, press: Press): Promise<void> {
  const { ctx, wording, newsroom, by } = press;
  let messageId = first;
  const show = async (reply: Reply) => {
    messageId = await editReply(ctx, reply, { messageId });
  };
  try {
    for await (const progress of newsroom.importLink(link, by)) {
      // This is shown already.
      if (progress.kind === "step" && progress.step === "fetching") continue;
      const reply =
        progress.kind === "imported"
          ? importedReply(progress, wording, newsroom)
          : progressReply(progress, link, wording);
      await show(reply);
    }
  } catch (error) {
    newsroom.onError(error);
    const failed = progressReply({ kind: "failed", why: "not-saved" }, link, wording);
    await show(failed).catch(newsroom.onError);
  }
}

async function act(
  { act: what, of, version }: Extract<NewsroomButton, { ask: "draft" }>,
  press: Press,
): Promise<void> {
  const { ctx, newsroom, by } = press;
  const outcome = newsroom.act({ act: what, of, version }, by);
  const notice = noticeOf(outcome, press.wording);
  await (notice === undefined ? ctx.answerCallbackQuery() : notify(ctx, notice));
  if (outcome.kind === "gone") return void (await ctx.editMessageReplyMarkup());
  if (what === "discard" && outcome.kind === "done") {
    return replaceReply(ctx, discardedReply(outcome.article, press.wording));
  }
  await replaceReply(ctx, replyAfter(outcome, press));
  if (outcome.kind === "done") void tellIfNotTakenUp(outcome, press).catch(newsroom.onError);
}

/** The articles are read and indexed between answers, which may take longer than an update may. */
async function tellIfNotTakenUp(
  outcome: Extract<ActionOutcome, { kind: "done" }>,
  press: Press,
): Promise<void> {
  const messageId = press.ctx.callbackQuery?.message?.message_id;
  if (messageId === undefined || (await outcome.isTakenUp)) return;
  const told = [press.wording.newsroom.remarks["not-taken-up"]];
  await editReply(press.ctx, replyAfter(outcome, press, told), { messageId });
}

/** What was not done, and why. */
function noticeOf(outcome: ActionOutcome, { newsroom }: Wording): string | undefined {
  switch (outcome.kind) {
    case "done":
      return undefined;
    case "already":
      return newsroom.already[outcome.article.state];
    case "changed":
      return newsroom.changedSince;
    case "refused":
      return newsroom.refused[outcome.why];
    case "gone":
      return newsroom.gone;
  }
}

function replyAfter(
  { kind, article }: Exclude<ActionOutcome, { kind: "gone" }>,
  { wording, newsroom: { deskUrl } }: Press,
  told: readonly string[] = [],
): Reply {
  const { published, withdrawn, imported, changed } = wording.newsroom;
  const asDraft = { done: withdrawn, changed, already: imported, refused: imported }[kind];
  const status = article.state === "published" ? published : asDraft;
  return reportReply(article, { status, told, deskUrl }, wording);
}
