import type { Bot, Context } from "grammy";
import type { ChatMemory, ChatNotes } from "../telegram/chat-memory.ts";
import { tellToSlowDown } from "../telegram/slow-down.ts";
import { type Handled, handleUpdate, type HandlingOptions } from "./handle-update.ts";
import { pause } from "./pause.ts";
import type { Claim, DeliveryState } from "./state.ts";
import type { TakeTurn } from "./turns.ts";
import type { Origin, TakenUpdate } from "./update-origin.ts";

export type DeliverOptions = HandlingOptions & {
  readonly bot: Bot;
  readonly state: DeliveryState;
  /** What the bot knows of each chat; replicas hand it on to each other. */
  readonly memory: ChatMemory;
  readonly takeTurn: TakeTurn;
  /** Not where the bot has been away: what was asked meanwhile comes at once and is no flood. */
  readonly isPaced: boolean;
};

/** Answers an update that nobody else answers, and marks it as done right after. Never throws. */
export async function deliverUpdate(
  { ctx, origin: known }: TakenUpdate,
  options: DeliverOptions,
): Promise<Handled> {
  const { state, memory, takeTurn, signal, isPaced } = options;
  if (signal.aborted) return "left";
  const origin = isPaced ? known : { ...known, userId: undefined };
  const claim = await claimInTurn(origin, options);
  if (claim.kind === "done") return "done";
  if (claim.kind === "held") return "left";

  adopt(claim.notes, origin, memory);
  await takeTurn();
  const handled = await handleUpdate(origin, workOn(ctx, claim, options), options);
  if (handled === "left") await state.release(origin);
  else await state.finish(origin, notesOf(origin, memory));
  return handled;
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

function workOn(
  ctx: Context,
  claim: Extract<Claim, { kind: "yours" | "too-fast" }>,
  { bot, memory }: DeliverOptions,
): () => Promise<void> {
  if (claim.kind === "too-fast") return () => tellToSlowDown(ctx, memory, claim);
  // What `bot.handleUpdate` does but for making an API of each update's own, which takes its time.
  return async () => void (await bot.middleware()(ctx, pass));
}

/** Behind the last handler there is none. */
async function pass(): Promise<void> {}

/** Another replica may have answered last in this chat; unless what is known here is newer. */
function adopt(shared: ChatNotes | undefined, { chatId }: Origin, memory: ChatMemory): void {
  if (shared === undefined || chatId === undefined) return;
  const { asOf = 0 } = memory.recall(chatId);
  if ((shared.asOf ?? 0) < asOf) return;
  memory.forget(chatId);
  memory.remember(chatId, shared);
}

/** What is known of the chat now, stamped with the update that made it so. */
function notesOf({ chatId, updateId }: Origin, memory: ChatMemory): ChatNotes | undefined {
  if (chatId === undefined) return undefined;
  memory.remember(chatId, { asOf: updateId });
  return memory.recall(chatId);
}
