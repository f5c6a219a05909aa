import type { ApiResponse } from "@grammyjs/types";
import type { Fault } from "./faults.ts";

/** One call of a method, as it came and as it was answered. */
export type ApiCall = {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: Date;
  /** Sent, and unknown to Telegram or to this local one. */
  unknownParameters: readonly string[];
  /** What Telegram decided, also where a fault kept it from the bot. */
  response?: ApiResponse<unknown>;
  fault?: Fault;
};

export type CallLog = {
  readonly begin: (method: string, payload: ApiCall["payload"]) => ApiCall;
  readonly end: (call: ApiCall) => void;
  readonly calls: (method?: string) => readonly ApiCall[];
  /** Calls that still wait for their end; polls always do and do not count. */
  readonly underWay: () => readonly ApiCall[];
  readonly onEnd: (listener: () => void) => () => void;
  readonly assertNoUnknownParameters: () => void;
};

export function createCallLog(): CallLog {
  const calls: ApiCall[] = [];
  const underWay = new Set<ApiCall>();
  const listeners = new Set<() => void>();

  return {
    begin(method, payload) {
      const call: ApiCall = { method, payload, at: new Date(), unknownParameters: [] };
      calls.push(call);
      underWay.add(call);
      return call;
    },
    end(call) {
      underWay.delete(call);
      for (const listener of listeners) listener();
    },
    calls: (method) => calls.filter((call) => method === undefined || isSame(call, method)),
    underWay: () => [...underWay].filter((call) => !isSame(call, "getUpdates")),
    onEnd(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    assertNoUnknownParameters() {
      const unknown = calls.flatMap(unknownIn);
      if (unknown.length === 0) return;
      throw new Error(
        `the local Bot API does not know these parameters, and Telegram silently ignores what it does not know:\n${unknown.join("\n")}`,
      );
    },
  };
}

function unknownIn({ method, unknownParameters }: ApiCall): string[] {
  return unknownParameters.map((parameter) => `${method}: ${parameter}`);
}

function isSame({ method }: ApiCall, name: string): boolean {
  return method.toLowerCase() === name.toLowerCase();
}
