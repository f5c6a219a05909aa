import type { Transformer } from "grammy";

export type GrammySignal = NonNullable<Parameters<Transformer>[3]>;

/** grammY types its signals after a polyfill's class; when it runs, it takes Node's own. */
export function grammySignal(signal: AbortSignal): GrammySignal;
export function grammySignal(signal: unknown): unknown {
  return signal;
}
