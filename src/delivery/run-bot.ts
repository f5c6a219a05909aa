import { join } from "node:path";
import type { Bot } from "grammy";
import { ALLOWED_UPDATES } from "../telegram/create-bot.ts";
import { publishProfile } from "../telegram/profile.ts";
import { installApiPolicy } from "./api-policy.ts";
import { describeError } from "./describe-error.ts";
import { openDoneUpdates } from "./done-updates.ts";
import { grammySignal } from "./grammy-signal.ts";
import type { Log } from "./log.ts";
import { persist, type GivenUp } from "./persist.ts";
import { pollUpdates } from "./polling.ts";

export type RunOptions = {
  readonly log: Log;
  /** Aborted, the bot ends once the updates under way are answered. */
  readonly signal: AbortSignal;
  readonly stateDir: string;
};

/** Runs the bot until it is told to stop, or Telegram refuses it for good. */
export async function runBot(bot: Bot, options: RunOptions): Promise<"stopped" | GivenUp> {
  const { log, signal, stateDir } = options;
  installApiPolicy(bot.api, { log });

  // grammY's own `init` would retry out of sight.
  const me = await persist(() => bot.api.getMe(grammySignal(signal)), options);
  if (me.kind !== "value") return me.kind;
  bot.botInfo = me.value;

  // Not awaited: readers' questions come first.
  void publishProfile(bot.api).catch((error: unknown) => {
    if (!signal.aborted) log("commands were not published", { error: describeError(error) });
  });
  // Ids of updates are each bot's own, so that its number is in the file's name.
  const done = openDoneUpdates(join(stateDir, `done-updates-${bot.botInfo.id}.txt`), log);
  return pollUpdates({ bot, done, log, signal, allowedUpdates: ALLOWED_UPDATES });
}
