import type { ResponseParameters } from "@grammyjs/types";

/** What can go wrong between a bot and Telegram. */
export type Fault =
  | {
      readonly kind: "refusal";
      readonly code: number;
      readonly description: string;
      readonly parameters?: ResponseParameters;
    }
  | { readonly kind: "too-many-requests"; readonly retryAfterS: number }
  /** A proxy's error page instead of JSON. */
  | { readonly kind: "html"; readonly status: 500 | 502 }
  /** Status 200 with a body that Telegram never sends. */
  | { readonly kind: "odd"; readonly body: string }
  /** The connection breaks before the call is executed. */
  | { readonly kind: "reset-before" }
  /** The connection breaks after the call was executed. */
  | { readonly kind: "reset-after" }
  | { readonly kind: "no-answer" }
  | { readonly kind: "slow"; readonly delayMs: number }
  | { readonly kind: "truncated" };

/** Which calls fail, counted from now on: by default the next one only. */
export type FaultTiming = { readonly nth?: number; readonly times?: number };

export type Faults = {
  readonly plan: (method: string, fault: Fault, timing?: FaultTiming) => void;
  /** Counts a call and returns its fault, if one is planned. */
  readonly take: (method: string) => Fault | undefined;
  /** Drops planned faults and closes connections that a fault keeps open. */
  readonly clear: () => void;
  /** Aborted by the next clear. */
  readonly cleared: () => AbortSignal;
};

type Planned = { readonly method: string; readonly fault: Fault; skip: number; times: number };

export function createFaults(): Faults {
  let planned: Planned[] = [];
  let clearing = new AbortController();

  return {
    plan(method, fault, { nth = 1, times = 1 } = {}) {
      planned.push({ method: method.toLowerCase(), fault, skip: nth - 1, times });
    },
    take(method) {
      const candidates = planned.filter((plan) => plan.method === method.toLowerCase());
      const due = candidates.find(({ skip, times }) => skip === 0 && times > 0);
      for (const candidate of candidates) {
        if (candidate.skip > 0) candidate.skip--;
      }
      if (due) due.times--;
      return due?.fault;
    },
    clear() {
      planned = [];
      clearing.abort();
      clearing = new AbortController();
    },
    cleared: () => clearing.signal,
  };
}
