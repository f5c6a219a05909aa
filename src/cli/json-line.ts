import { z } from "zod";

/** Comes with a line and returns with its answer. */
export type LineId = string | number | null;

/** Why a line cannot be answered, and what to write instead. */
export type LineError = { readonly id: LineId; readonly error: string };

/** An id or a name of something: programs use numbers for both. */
export const nameSchema = z.union([z.string(), z.number()], "has to be a text or a number");

/** Each line may have an id. Programs often write null for a missing value. */
export const lineIdSchema = z.object({
  id: nameSchema.nullish().transform((id) => id ?? null),
});

/** Parses one line of JSON. Unknown keys are ignored: they may be the sender's own. */
export function readJsonLine<Schema extends z.ZodType>(
  line: string,
  schema: Schema,
  example: string,
): { readonly data: z.infer<Schema> } | LineError {
  const json = parseJson(line);
  if (json === undefined) {
    return { id: null, error: `this line is not JSON: write one object a line, as ${example}` };
  }
  const result = schema.safeParse(json);
  if (result.success) return { data: result.data };
  return { id: idOf(json), error: describe(result.error, example) };
}

function parseJson(line: string): unknown {
  try {
    // trim() also removes a byte order mark, which JSON.parse rejects.
    return JSON.parse(line.trim());
  } catch {
    return undefined;
  }
}

function idOf(json: unknown): LineId {
  const result = lineIdSchema.safeParse(json);
  return result.success ? result.data.id : null;
}

function describe({ issues }: z.ZodError, example: string): string {
  const [issue] = issues;
  const what = issue?.path.length
    ? `\`${issue.path.join(".")}\` ${issue.message}`
    : "this line is not an object";
  return `${what}: write it as ${example}`;
}
