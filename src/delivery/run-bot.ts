import { join } from "node:path";
import type { Bot } from "grammy";
import type { ChatMemory } from "../telegram/chat-memory.ts";
import { ALLOWED_UPDATES } from "../telegram/create-bot.ts";
import { publishProfile } from "../telegram/profile.ts";
import { installApiPolicy } from "./api-policy.ts";
import { describeError } from "./describe-error.ts";
import { openDoneUpdates } from "./done-updates.ts";
import { grammySignal } from "./grammy-signal.ts";
import type { Log } from "./log.ts";
import { isOnlyInstance } from "./only-instance.ts";
import { keepPace } from "./pace.ts";
import { persist } from "./persist.ts";
import { pollUpdates } from "./polling.ts";
import { openState } from "./state.ts";
import { serveWebhook, type WebhookAddress } from "./webhook.ts";

export type RunOptions = {
  readonly log: Log;
  /** Aborted, the bot ends once the updates under way are answered. */
  readonly signal: AbortSignal;
  readonly stateDir: string;
  /** The memory that the bot was created with. */
  readonly memory: ChatMemory;
  /** How Telegram posts updates to us; without it they are fetched. */
  readonly webhook?: WebhookAddress | undefined;
};

type RunEnd = Awaited<ReturnType<typeof pollUpdates | typeof serveWebhook>>;

/** Runs the bot until it is told to stop, or Telegram refuses it for good. */
export async function runBot(bot: Bot, options: RunOptions): Promise<RunEnd> {
  const { log, signal, stateDir, memory, webhook } = options;
  installApiPolicy(bot.api, { log });

  // grammY's own `init` would retry out of sight.
  const me = await persist(() => bot.api.getMe(grammySignal(signal)), options);
  if (me.kind !== "value") return me.kind;
  bot.botInfo = me.value;

  // Not awaited: readers' questions come first.
  void publishProfile(bot.api).catch((error: unknown) => {
    if (!signal.aborted) log("commands were not published", { error: describeError(error) });
  });
  // Ids of updates are each bot's own; and two that listen on this machine write a file each.
  const place = [bot.botInfo.id, webhook?.port].filter((part) => part !== undefined).join("-");
  const done = openDoneUpdates(join(stateDir, `done-updates-${place}.txt`), log);
  const state = openState({ done, pace: keepPace(() => performance.now()) });
  const delivery = { bot, state, memory, log, signal, allowedUpdates: ALLOWED_UPDATES };
  if (webhook) return serveWebhook({ ...delivery, webhook });
  if (await isOnlyInstance(join(stateDir, `polling-${place}.sock`))) return pollUpdates(delivery);
  log("this bot is running on this machine already: stop it first");
  return "another-instance";
}
