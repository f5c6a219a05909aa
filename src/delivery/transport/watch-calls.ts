import { HttpError, type Transformer } from "grammy";
import type { Observe } from "../delivery-event.ts";
import { codeOf } from "../../logging/describe-error.ts";

/** Tells of each call that reaches the network, repeated ones included: to be installed first. */
export function watchCalls(observe: Observe, now = () => performance.now()): Transformer {
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
