import type { Api } from "grammy";
import type { Observe } from "../delivery-event.ts";
import { acceptHarmlessRefusals } from "./harmless-refusals.ts";
import { leanCalls, type LeanCallsOptions } from "./lean-calls.ts";
import type { Log } from "../../logging/log.ts";
import { resend } from "./resend.ts";
import { spaceSends } from "./space-sends.ts";
import { watchCalls } from "./watch-calls.ts";

export type ApiPolicyOptions = LeanCallsOptions & { readonly log: Log; readonly observe: Observe };

/** How the bot's calls reach Telegram, and what is done at once about a refusal. */
export function installApiPolicy(api: Api, { log, observe, ...options }: ApiPolicyOptions): void {
  // From the inside out: what comes first is repeated by what follows.
  api.config.use(
    leanCalls(api, options),
    watchCalls(observe),
    spaceSends(),
    resend(log),
    acceptHarmlessRefusals,
  );
}
