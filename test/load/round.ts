import { z } from "zod";

/** So many questions more are to be answered; `areNew`: none of which was asked before. */
export const roundSchema = z.object({ questions: z.number().int(), areNew: z.boolean() });
export type Round = z.infer<typeof roundSchema>;

/** What the stand-in for Telegram tells. */
export const newsSchema = z.union([
  z.object({ kind: z.literal("listening"), url: z.string() }),
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("answered"), ms: z.number() }),
]);
export type News = z.infer<typeof newsSchema>;
