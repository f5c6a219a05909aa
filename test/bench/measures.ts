import { z } from "zod";

/** Per question, in microseconds. */
const timesSchema = z.object({ median: z.number(), p99: z.number() });

/** In percent. */
const qualitySchema = z.object({
  precisionAt1: z.number(),
  typosPrecisionAt1: z.number(),
  recallAt3: z.number(),
  reciprocalRank: z.number(),
});

const grownSchema = timesSchema.extend({
  size: z.number(),
  buildSeconds: z.number(),
  megabytes: z.number(),
});

/** An engine's figures, as its process prints them. */
export const measuresSchema = z.object({
  name: z.string(),
  quality: qualitySchema,
  atArticleSize: timesSchema,
  grown: z.array(grownSchema),
});

export type Measures = z.infer<typeof measuresSchema>;
export type Times = z.infer<typeof timesSchema>;
export type Grown = z.infer<typeof grownSchema>;
