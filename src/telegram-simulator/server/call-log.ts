import type { ApiResponse } from "@grammyjs/types";
import type { Fault } from "./faults.ts";

/** One call of a method: the request and the answer. */
export type ApiCall = {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: Date;
  /** Parameters that neither Telegram nor the simulator knows. */
  unknownParameters: readonly string[];
  /** What the simulator decided, even if a fault kept it from the bot. */
  response?: ApiResponse<unknown>;
  fault?: Fault;
};

export type CallLog = {
  readonly begin: (method: string, payload: ApiCall["payload"]) => ApiCall;
  readonly end: (call: ApiCall) => void;
  readonly calls: (method?: string) => readonly ApiCall[];
  /** Calls in progress, without polls: one of those is always open. */
  readonly inProgress: () => readonly ApiCall[];
  readonly onEnd: (listener: () => void) => () => void;
  readonly assertNoUnknownParameters: () => void;
};

export function createCallLog(): CallLog {
  const calls: ApiCall[] = [];
  const inProgress = new Set<ApiCall>();
  const listeners = new Set<() => void>();

  return {
    begin(method, payload) {
      const call: ApiCall = { method, payload, at: new Date(), unknownParameters: [] };
      calls.push(call);
      inProgress.add(call);
      return call;
    },
    end(call) {
      inProgress.delete(call);
      for (const listener of listeners) listener();
    },
    calls: (method) => calls.filter((call) => method === undefined || isSame(call, method)),
    inProgress: () => [...inProgress].filter((call) => !isSame(call, "getUpdates")),
    onEnd(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    assertNoUnknownParameters() {
      const unknown = calls.flatMap(unknownIn);
      if (unknown.length === 0) return;
      throw new Error(
        `unknown parameters, which Telegram would silently ignore:\n${unknown.join("\n")}`,
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
