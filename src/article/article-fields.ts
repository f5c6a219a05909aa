import { z } from "zod";
import { SLUG } from "./slug.ts";

const line = z.string().trim().min(1, "is empty: write something or take the line out");

const id = z
  .string()
  .regex(SLUG, "is not an id: use small Latin letters, digits and hyphens, as in `jane-doe`");

const person = z.strictObject({
  name: line,
  capacity: line,
  aliases: z.array(line).default([]),
});

/** What an editor may write on top of an article. */
export const articleFields = z.strictObject({
  title: line.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u, "is not a language code: write `en`, `uk`, `de` …")
    .default("en"),
  text: z.enum(["digest", "verbatim"], "has to be `digest` or `verbatim`").default("verbatim"),
  source: z
    .strictObject({
      publisher: line.optional(),
      title: line.optional(),
      url: z.url({ protocol: /^https?$/u, error: "has to be an http(s) address" }).optional(),
      author: line.optional(),
      published: line.optional(),
    })
    .default({}),
  people: z.record(id, person).default({}),
  questions: z.array(line).default([]),
});

/** What an editor may write on top of a translation. */
export const translationFields = z.strictObject({
  title: line.optional(),
  people: z.record(id, person).default({}),
  questions: z.array(line).default([]),
});

export type FrontMatter = z.infer<typeof articleFields>;
