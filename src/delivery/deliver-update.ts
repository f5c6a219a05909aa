import { type Bot, Context } from "grammy";
import { type ChatMemory, type ChatNotes, REMEMBERED_MS } from "../telegram/chat-memory.ts";
import { conversationKey } from "../telegram/conversation-key.ts";
import { sendRateLimitNotice } from "../telegram/handlers/rate-limit-notice.ts";
import type { UpdateAdmission } from "./admission.ts";
import type { AwaitDatabase } from "./await-database.ts";
import type { IncomingUpdate, UpdateIds } from "./incoming-update.ts";
import type { Outbox } from "./outbox/outbox.ts";
import { type Call, chatLane } from "./outbox/owed-call.ts";
import { createUpdateApi } from "./outbox/update-api.ts";
import { pause } from "./pause.ts";
import { type HandlerOptions, runHandler, type UpdateOutcome } from "./run-handler.ts";
import type { Claim, DeliveryState } from "./state/delivery-state.ts";

export type DeliverOptions = HandlerOptions & {
  readonly bot: Bot;
  readonly state: DeliveryState;
  readonly outbox: Outbox;
  /** What to run right before the call with this payload is written to its connection. */
  readonly onStartByPayload: WeakMap<object, () => void>;
  /** What the bot knows about each chat; shared between replicas. */
  readonly memory: ChatMemory;
  readonly admission: UpdateAdmission;
  readonly awaitDatabase: AwaitDatabase;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** False after an outage: a backlog arrives all at once and is not a flood. */
  readonly isRateLimited: boolean;
};

type Granted = Extract<Claim, { kind: "granted" | "rate-limited" }>;

/** Answers an update unless another worker does, then marks it as done. Never throws. */
export async function deliverUpdate(
  { update, ids: known }: IncomingUpdate,
  options: DeliverOptions,
): Promise<UpdateOutcome> {
  const { state, memory, admission, signal, isRateLimited, log, now } = options;
  if (signal.aborted) return "left";
  const ids = isRateLimited ? known : { ...known, userId: undefined };
  const { updateId } = ids;
  const claim = await claimWhenFree(ids, options);
  switch (claim.kind) {
    case "held":
      return "left";
    case "done":
      return "done";
    case "sent-twice":
      log("the process ended twice while sending an answer, which is not sent again", {
        update: updateId,
      });
      await state.finish(ids);
      return "done";
    case "set-aside":
      log("an update is set aside: the process ended three times while working on it", {
        update: updateId,
      });
      await state.finish(ids);
      return "done";
    case "granted":
    case "rate-limited":
  }
  adoptNotes(recentOf(claim.notes, now()), ids, memory);
  const { isSuspect = false } = claim;
  const work = {
    begin: () => admission.admit({ updateId, isSuspect }),
    // Whoever waits is not to blame if the process ends.
    rest: () => {
      state.answerFound(ids);
      admission.leave(updateId);
    },
  };
  await work.begin();
  // Others of its kind may have taken long, and more wait behind it.
  if (isSuspect && signal.aborted) {
    work.rest();
    state.release(ids);
    return "left";
  }
  const api = apiFor(ids, claim, options);
  const outcome = await options.awaitDatabase(ids, {
    async run() {
      const ctx = new Context(update, api, options.bot.botInfo);
      const problem = await runHandler(ids, handlerFor(ctx, claim, options), options);
      // Whoever typed it has typed on since, and would have to wait behind each letter.
      return update.inline_query ? undefined : problem;
    },
    onPause: work.rest,
    onResume: work.begin,
  });
  admission.leave(updateId);
  if (outcome === "done") await state.finish(ids, notesOf(ids, memory, now()));
  else state.release(ids);
  return outcome;
}

const RETRY_CLAIM_MS = 100;

/** Waits for another holder, which either finishes soon or is dead and will lose its claim. */
async function claimWhenFree(ids: UpdateIds, { state, signal }: DeliverOptions): Promise<Claim> {
  for (;;) {
    const claim = await state.claim(ids);
    if (claim.kind !== "held" || signal.aborted) return claim;
    await pause(RETRY_CLAIM_MS, signal);
  }
}

/**
 * By then Telegram has read what was written to it. If the update were marked sooner, a killed process could
 * lose an unread answer, and losing an answer is worse than sending it a third time.
 */
const SURELY_READ_MS = 2000;

/** The API that the handlers of this update use. */
function apiFor(
  ids: UpdateIds,
  { isOwed, isRetry }: Granted,
  { bot, outbox, state, onStartByPayload, now }: DeliverOptions,
) {
  const { updateId, chatId } = ids;
  let isWorking = true;
  let resending: NodeJS.Timeout | undefined;
  return createUpdateApi({
    api: bot.api,
    outbox,
    now,
    updateId,
    heldLane: isOwed ? chatLane(chatId) : undefined,
    onCall({ method, payload }: Call) {
      if (isWorking) state.answerFound(ids);
      isWorking = false;
      if (isRetry && method.startsWith("send"))
        onStartByPayload.set(payload, () => {
          resending = setTimeout(() => state.markResent(ids), SURELY_READ_MS);
        });
    },
    onReturn({ method }) {
      clearTimeout(resending);
      // A pressed button is acknowledged first; the work follows.
      isWorking = method === "answerCallbackQuery";
      if (isWorking) state.start(updateId);
    },
  });
}

function handlerFor(
  ctx: Context,
  claim: Granted,
  { bot, memory }: DeliverOptions,
): () => Promise<void> {
  if (claim.kind === "rate-limited") return () => sendRateLimitNotice(ctx, memory, claim);
  // As `bot.handleUpdate` does, without its costly second API object per update.
  return async () => void (await bot.middleware()(ctx, endOfChain));
}

async function endOfChain(): Promise<void> {}

/** Another replica may have answered last in this chat; its notes count unless ours are newer. */
function adoptNotes(shared: ChatNotes | undefined, ids: UpdateIds, memory: ChatMemory): void {
  const place = conversationKey(ids);
  if (shared === undefined || place === undefined) return;
  const { asOf = 0 } = memory.recall(place);
  if ((shared.asOf ?? 0) < asOf) return;
  memory.forget(place);
  memory.remember(place, shared);
}

/** Posts are kept longer than what the chat was about. */
function recentOf(shared: ChatNotes | undefined, now: number): ChatNotes | undefined {
  const { at = now, posts } = shared ?? {};
  return posts && now - at > REMEMBERED_MS ? { posts, at } : shared;
}

/** The notes on the chat, stamped with the update that made them so. */
function notesOf(ids: UpdateIds, memory: ChatMemory, now: number): ChatNotes | undefined {
  const place = conversationKey(ids);
  if (place === undefined) return undefined;
  memory.remember(place, { asOf: ids.updateId, at: now });
  return memory.recall(place);
}
