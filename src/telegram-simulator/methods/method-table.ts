import type { z } from "zod";
import { readParameters } from "./read-parameters.ts";

export type Method = {
  /** Checks a payload and does what it asks for. */
  readonly start: (payload: unknown, hungUp: AbortSignal) => Started;
};

type Started = { readonly unknown: readonly string[]; readonly result: Promise<unknown> };

/** Methods by name. */
export type MethodTable = Readonly<Record<string, Method>>;

/** A row of the table: what a method takes, and what it does. */
export function method<Schema extends z.ZodType>(
  schema: Schema,
  answer: (params: z.output<Schema>, hungUp: AbortSignal) => unknown,
): Method {
  return {
    start(payload, hungUp) {
      const { parameters, unknown } = readParameters(schema, payload);
      // Unknown parameters are told at once: they count even where a rule refuses the call.
      return { unknown, result: Promise.resolve().then(() => answer(parameters, hungUp)) };
    },
  };
}
