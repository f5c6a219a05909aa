import { z } from "zod";

/** Comes with a question and returns with its answer. */
export type QuestionId = string | number | null;

export type QuestionLine = {
  readonly id: QuestionId;
  readonly question: string;
  readonly article?: string;
  readonly conversation?: string | number;
};

/** Why a line cannot be answered, and what to write instead. */
export type LineError = { readonly id: QuestionId; readonly error: string };

const EXAMPLE = '{"id": 1, "question": "When is the visit?"}';

const name = z.union([z.string(), z.number()], "has to be a text or a number");

// Programs often write null for a missing value.
const idSchema = z.object({
  id: name.nullish().transform((id) => id ?? null),
});

const lineSchema = idSchema.extend({
  question: z.string("has to be a text"),
  article: z.string("has to be a text: a slug or a file's name").nullish(),
  conversation: name.nullish(),
});

/** Parses one line of `--jsonl`. Unknown keys are ignored: they may be the sender's own. */
export function readQuestionLine(line: string): QuestionLine | LineError {
  const json = parseJson(line);
  if (json === undefined) {
    return { id: null, error: `this line is not JSON: write one object a line, as ${EXAMPLE}` };
  }
  const result = lineSchema.safeParse(json);
  if (!result.success) return { id: idOf(json), error: describe(result.error) };

  const { id, question, article, conversation } = result.data;
  return {
    id,
    question,
    ...(typeof article === "string" && { article }),
    ...(conversation !== null && conversation !== undefined && { conversation }),
  };
}

function parseJson(line: string): unknown {
  try {
    // trim() also removes a byte order mark, which JSON.parse rejects.
    return JSON.parse(line.trim());
  } catch {
    return undefined;
  }
}

function idOf(json: unknown): QuestionId {
  const result = idSchema.safeParse(json);
  return result.success ? result.data.id : null;
}

function describe({ issues }: z.ZodError): string {
  const [issue] = issues;
  const what = issue?.path.length
    ? `\`${issue.path.join(".")}\` ${issue.message}`
    : "this line is not an object";
  return `${what}: write it as ${EXAMPLE}`;
}
