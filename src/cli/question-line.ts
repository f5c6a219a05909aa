import { z } from "zod";
import {
  lineIdSchema,
  nameSchema,
  readJsonLine,
  type LineError,
  type LineId,
} from "./json-line.ts";

export type QuestionLine = {
  readonly id: LineId;
  readonly question: string;
  readonly article?: string;
  readonly conversation?: string | number;
};

const EXAMPLE = '{"id": 1, "question": "When is the visit?"}';

const lineSchema = lineIdSchema.extend({
  question: z.string("has to be a text"),
  article: z.string("has to be a text: a slug or a file's name").nullish(),
  conversation: nameSchema.nullish(),
});

/** Parses one line of `ask --jsonl`. */
export function readQuestionLine(line: string): QuestionLine | LineError {
  const read = readJsonLine(line, lineSchema, EXAMPLE);
  if ("error" in read) return read;

  const { id, question, article, conversation } = read.data;
  return {
    id,
    question,
    ...(typeof article === "string" && { article }),
    ...(conversation !== null && conversation !== undefined && { conversation }),
  };
}
