import { z } from "zod";
import { LANGUAGE_CODE } from "../../languages/language.ts";
import { SLUG } from "../slug.ts";
import { describeNonText, plainTextField } from "../plain-text-field.ts";

/** Written by programs, not by editors. */
const BY_PROGRAMS: ReadonlySet<string> = new Set(["format", "proposed-questions", "imported"]);

/** The form of articles that this bot reads; a file that does not name one has the first. */
export const ARTICLE_FORMAT = 1;

const format = z.literal(String(ARTICLE_FORMAT), `must be \`${ARTICLE_FORMAT}\`: leave it out`);

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

const TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/u;

/** A day, or a time with its offset. */
function isTime(text: string): boolean {
  return TIME.test(text) && !Number.isNaN(Date.parse(text));
}

/** Front matter of an article. */
export const articleSchema = fields("the front matter", {
  format: format.optional(),
  title: plainTextField.optional(),
  language: z
    .string({ error: describeNonText })
    .regex(LANGUAGE_CODE, "is not a language code: write `en`, `uk`, `de` …")
    .optional(),
  text: z.enum(["digest", "verbatim"], "must be `digest` or `verbatim`").default("verbatim"),
  source: fields("`source`", {
    publisher: plainTextField.optional(),
    title: plainTextField.optional(),
    url: z.url({ protocol: /^https?$/u, error: ADDRESS }).optional(),
    author: plainTextField.optional(),
    published: plainTextField.optional(),
    updated: plainTextField.optional(),
    section: plainTextField.optional(),
  }).default({}),
  embargo: z
    .string({ error: describeNonText })
    .refine(isTime, "is not a time: write `2026-05-03T06:00:00Z`, or a day such as `2026-05-03`")
    .optional(),
  people: people.default({}),
  questions: list.default([]),
  "proposed-questions": list.default([]),
  imported: plainTextField.optional(),
});

/** Front matter of a translation. */
export const translationSchema = fields("the front matter of a translation", {
  format: format.optional(),
  title: plainTextField.optional(),
  people: people.default({}),
  questions: list.default([]),
});

export type FrontMatter = z.infer<typeof articleSchema>;

/** An object with only these fields; its error messages list those that editors write. */
function fields<Shape extends z.ZodRawShape>(of: string, shape: Shape) {
  const known = Object.keys(shape)
    .filter((name) => !BY_PROGRAMS.has(name))
    .join(", ");
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `${of} takes ${known}`
        : `must contain fields (${known}): write \`name: value\`, one line each`,
  });
}
