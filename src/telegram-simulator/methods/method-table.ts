import type { z } from "zod";
import { readParameters } from "./read-parameters.ts";

export type Method = {
  /** Checks a payload and executes the method. */
  readonly start: (payload: unknown, hungUp: AbortSignal) => Started;
};

type Started = { readonly unknown: readonly string[]; readonly result: Promise<unknown> };

/** Methods by name. */
export type MethodTable = Readonly<Record<string, Method>>;

/** A row of the table: a method's parameters and its implementation. */
export function method<Schema extends z.ZodType>(
  schema: Schema,
  answer: (params: z.output<Schema>, hungUp: AbortSignal) => unknown,
): Method {
  return {
    start(payload, hungUp) {
      const { parameters, unknown } = readParameters(schema, payload);
      // Unknown parameters are returned before the result: they count even if a rule refuses the call.
      return { unknown, result: Promise.resolve().then(() => answer(parameters, hungUp)) };
    },
  };
}
