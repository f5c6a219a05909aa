import { z } from "zod";

/** A round of more questions; `areNew`: none of them was asked before. */
export const roundSchema = z.object({ questions: z.number().int(), areNew: z.boolean() });
export type Round = z.infer<typeof roundSchema>;

/** What the Telegram stand-in reports. */
export const reportSchema = z.union([
  z.object({ kind: z.literal("listening"), url: z.string() }),
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("answered"), ms: z.number() }),
]);
export type Report = z.infer<typeof reportSchema>;
