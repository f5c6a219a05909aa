import { type Api, HttpError, type Transformer } from "grammy";
import type { Observe } from "../delivery-event.ts";
import { codeOf } from "../../logging/describe-error.ts";
import type { Log } from "../../logging/log.ts";
import { httpClient, type HttpClientOptions } from "./http-client.ts";
import { retryCorrected } from "./retry-corrected.ts";
import { throttleSends } from "./throttle-sends.ts";

export type ApiPolicyOptions = HttpClientOptions & { readonly log: Log; readonly observe: Observe };

/** How the bot's calls reach Telegram, and how refusals are handled at once. */
export function installApiPolicy(api: Api, { log, observe, ...options }: ApiPolicyOptions): void {
  // Innermost first: each transformer may repeat the calls of those before it.
  api.config.use(
    httpClient(api, options),
    observeCalls(observe),
    throttleSends(),
    retryCorrected(log),
    acceptHarmlessRefusals,
  );
}

/** Reports every call that reaches the network, retries included, so it is installed close to the network. */
export function observeCalls(observe: Observe, now = () => performance.now()): Transformer {
  return async (prev, method, payload, signal) => {
    const began = now();
    const end = (code: string) =>
      observe({ kind: "call-ended", call: { method, code, ms: now() - began } });
    try {
      const response = await prev(method, payload, signal);
      end(response.ok ? "ok" : String(response.error_code));
      return response;
    } catch (error) {
      end((error instanceof HttpError ? codeOf(error.error) : undefined) ?? "unknown");
      throw error;
    }
  };
}

/** Refusals that change nothing for the reader. */
const HARMLESS = [
  // The message already looks as it should.
  { method: /^edit/u, description: /message is not modified/u },
  // The reader's app no longer waits for an answer; the button's action can still be carried out.
  { method: /^answerCallbackQuery$/u, description: /query is too old|query ID is invalid/u },
];

/** Turns harmless refusals into successes, so that handlers continue. */
const acceptHarmlessRefusals: Transformer = async (prev, method, payload, signal) => {
  const response = await prev(method, payload, signal);
  if (response.ok || !isHarmless(method, response.description)) return response;
  // Both kinds of method may return `true`.
  return Object.assign(response, { ok: true, result: true });
};

function isHarmless(method: string, description: string): boolean {
  return HARMLESS.some((one) => one.method.test(method) && one.description.test(description));
}
