import { type Bot, Context } from "grammy";
import type { ChatMemory, ChatNotes } from "../telegram/chat-memory.ts";
import { placeIn } from "../telegram/chat-place.ts";
import { tellToSlowDown } from "../telegram/handlers/slow-down.ts";
import { type Handled, handleUpdate, type HandlingOptions } from "./handle-update.ts";
import { answerCalls } from "./outbox/answer-calls.ts";
import type { Outbox } from "./outbox/outbox.ts";
import { type Call, chatLane } from "./outbox/owed-call.ts";
import { pause } from "./pause.ts";
import type { Claim, DeliveryState } from "./state/delivery-state.ts";
import type { TakeTurn } from "./polling/turns.ts";
import type { Origin, TakenUpdate } from "./update-origin.ts";

export type DeliverOptions = HandlingOptions & {
  readonly bot: Bot;
  readonly state: DeliveryState;
  readonly outbox: Outbox;
  /** What is told right before a call is written to its connection, by the call's payload. */
  readonly onStarts: WeakMap<object, () => void>;
  /** What the bot knows of each chat; replicas hand it on to each other. */
  readonly memory: ChatMemory;
  readonly takeTurn: TakeTurn;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** Not where the bot has been away: what was asked meanwhile comes at once and is no flood. */
  readonly isRateLimited: boolean;
};

type Claimed = Extract<Claim, { kind: "granted" | "rate-limited" }>;

/** Answers an update that nobody else answers, and marks it as done right after. Never throws. */
export async function deliverUpdate(
  { update, origin: known }: TakenUpdate,
  options: DeliverOptions,
): Promise<Handled> {
  const { state, memory, takeTurn, signal, isRateLimited, log } = options;
  if (signal.aborted) return "left";
  const origin = isRateLimited ? known : { ...known, userId: undefined };
  const claim = await claimInTurn(origin, options);
  switch (claim.kind) {
    case "held":
      return "left";
    case "done":
      return "done";
    case "sent-twice":
      log(
        "an answer was on its way at two ends of the process, and is not sent again",
        told(origin),
      );
      await state.finish(origin);
      return "done";
    case "set-aside":
      log("an update is set aside: the process ended twice while it worked on it", told(origin));
      await state.finish(origin);
      return "done";
    case "granted":
    case "rate-limited":
  }
  adopt(claim.notes, origin, memory);
  await takeTurn({ updateId: origin.updateId, isAlone: claim.isAgain === true });
  const ctx = new Context(update, callsOf(origin, claim, options), options.bot.botInfo);
  await handleUpdate(origin, workOn(ctx, claim, options), options);
  await state.finish(origin, notesOf(origin, memory));
  return "done";
}

function told({ updateId }: Origin) {
  return { update: updateId };
}

const LOOK_AGAIN_MS = 100;

/** Whoever holds the update finishes soon, or is dead and its claim ends: it is waited for. */
async function claimInTurn(origin: Origin, { state, signal }: DeliverOptions): Promise<Claim> {
  for (;;) {
    const claim = await state.claim(origin);
    if (claim.kind !== "held" || signal.aborted) return claim;
    await pause(LOOK_AGAIN_MS, signal);
  }
}

/**
 * By then Telegram has read what was written to it. Sooner, a kill may have it thrown away unread, and an
 * answer that is lost is worse than a third one.
 */
const SURELY_READ_MS = 2000;

/** The API for the handlers of this update. */
function callsOf(
  origin: Origin,
  { isOwed, isAgain }: Claimed,
  { bot, outbox, state, onStarts, now }: DeliverOptions,
) {
  const { updateId, chatId } = origin;
  let isWorking = true;
  let sending: NodeJS.Timeout | undefined;
  return answerCalls({
    api: bot.api,
    outbox,
    now,
    updateId,
    heldLane: isOwed ? chatLane(chatId) : undefined,
    onCall({ method, payload }: Call) {
      if (isWorking) state.answerFound(origin);
      isWorking = false;
      if (isAgain && method.startsWith("send"))
        onStarts.set(payload, () => {
          sending = setTimeout(() => state.markResent(origin), SURELY_READ_MS);
        });
    },
    onReturn({ method }) {
      clearTimeout(sending);
      // Of a button that was pressed, the work comes after its answer.
      isWorking = method === "answerCallbackQuery";
      if (isWorking) state.start([updateId]);
    },
  });
}

function workOn(
  ctx: Context,
  claim: Claimed,
  { bot, memory }: DeliverOptions,
): () => Promise<void> {
  if (claim.kind === "rate-limited") return () => tellToSlowDown(ctx, memory, claim);
  // What `bot.handleUpdate` does but for making an API of each update's own, which takes its time.
  return async () => void (await bot.middleware()(ctx, pass));
}

/** Behind the last handler there is none. */
async function pass(): Promise<void> {}

/** Another replica may have answered last in this chat; unless what is known here is newer. */
function adopt(shared: ChatNotes | undefined, origin: Origin, memory: ChatMemory): void {
  const place = placeIn(origin);
  if (shared === undefined || place === undefined) return;
  const { asOf = 0 } = memory.recall(place);
  if ((shared.asOf ?? 0) < asOf) return;
  memory.forget(place);
  memory.remember(place, shared);
}

/** What is known of the chat now, stamped with the update that made it so. */
function notesOf(origin: Origin, memory: ChatMemory): ChatNotes | undefined {
  const place = placeIn(origin);
  if (place === undefined) return undefined;
  memory.remember(place, { asOf: origin.updateId });
  return memory.recall(place);
}
