import { z } from "zod";
import { LANGUAGE_CODE } from "../../languages/language.ts";
import { SLUG } from "../slug.ts";
import { describeNonText, plainTextField } from "../plain-text-field.ts";

/** Written by import, not by editors. */
const BY_IMPORT: ReadonlySet<string> = new Set(["proposed-questions", "imported"]);

const id = z
  .string()
  .regex(
    SLUG,
    "is not a valid id: use lower-case Latin letters, digits and hyphens, as in `jane-doe`",
  );

const list = z.array(plainTextField, {
  error: "must be a list: write `[one, two]`, or one `- ` line for each",
});

const person = fields("a person", {
  name: plainTextField,
  capacity: plainTextField.optional(),
  aliases: list.default([]),
}).transform(({ capacity, ...named }) => ({
  ...named,
  ...(capacity !== undefined && { capacity }),
}));

const people = z.record(id, person, {
  error: "must map ids to people: write `jane-doe: { name: …, capacity: … }`, one line each",
});

const ADDRESS = "must be an http(s) URL";

/** Front matter of an article. */
export const articleSchema = fields("the front matter", {
  title: plainTextField.optional(),
  language: z
    .string({ error: describeNonText })
    .regex(LANGUAGE_CODE, "is not a language code: write `en`, `uk`, `de` …")
    .default("en"),
  text: z.enum(["digest", "verbatim"], "must be `digest` or `verbatim`").default("verbatim"),
  source: fields("`source`", {
    publisher: plainTextField.optional(),
    title: plainTextField.optional(),
    url: z.url({ protocol: /^https?$/u, error: ADDRESS }).optional(),
    author: plainTextField.optional(),
    published: plainTextField.optional(),
  }).default({}),
  people: people.default({}),
  questions: list.default([]),
  "proposed-questions": list.default([]),
  imported: plainTextField.optional(),
});

/** Front matter of a translation. */
export const translationSchema = fields("the front matter of a translation", {
  title: plainTextField.optional(),
  people: people.default({}),
  questions: list.default([]),
});

export type FrontMatter = z.infer<typeof articleSchema>;

/** An object with only these fields; its error messages list those that editors write. */
function fields<Shape extends z.ZodRawShape>(of: string, shape: Shape) {
  const known = Object.keys(shape)
    .filter((name) => !BY_IMPORT.has(name))
    .join(", ");
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `${of} takes ${known}`
        : `must contain fields (${known}): write \`name: value\`, one line each`,
  });
}
