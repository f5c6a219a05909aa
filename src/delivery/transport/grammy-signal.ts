import type { Transformer } from "grammy";

export type GrammySignal = NonNullable<Parameters<Transformer>[3]>;

/** grammY's types name a polyfill's class; at run time it accepts Node's own signals. */
export function grammySignal(signal: AbortSignal): GrammySignal;
export function grammySignal(signal: unknown): unknown {
  return signal;
}
