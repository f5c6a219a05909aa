import { autoRetry } from "@grammyjs/auto-retry";
import type { Api, Transformer } from "grammy";
import { acceptHarmlessRefusals } from "./harmless-refusals.ts";
import type { Log } from "./log.ts";
import { resend } from "./resend.ts";
import { retryIdempotentCalls } from "./retry-calls.ts";
import { spaceSends } from "./space-sends.ts";

/** What happens to the bot's calls when Telegram refuses them or is away. */
export function installApiPolicy(api: Api, log: Log): void {
  // From the inside out: what comes first is repeated by what follows.
  api.config.use(
    spaceSends(),
    exceptPolls(retryIdempotentCalls),
    exceptPolls(waitWhenTold),
    resend(log),
    acceptHarmlessRefusals,
  );
}

/** A wait of up to three seconds is kept within the reader's patience; a longer one is not begun. */
const waitWhenTold: Transformer = autoRetry({
  maxRetryAttempts: 1,
  maxDelaySeconds: 3,
  rethrowHttpErrors: true,
  rethrowInternalServerErrors: true,
});

/** The polling loop has a patience of its own, which also stops when it is told to. */
function exceptPolls(transformer: Transformer): Transformer {
  return (prev, method, payload, signal) =>
    method === "getUpdates"
      ? prev(method, payload, signal)
      : transformer(prev, method, payload, signal);
}
