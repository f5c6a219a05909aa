import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseSquad, type QuestionSet } from "../evaluation/squad.ts";
import { complain, type CommandIo } from "./command.ts";

/** A question set in SQuAD 2.0 format. If the file holds none, prints why and returns nothing. */
export function loadSquad(file: string, io: CommandIo): QuestionSet | undefined {
  try {
    return parseSquad(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    complain(io, `${file} is not a set in SQuAD 2.0 format: ${describeProblem(error)}`);
    return undefined;
  }
}

/** The file is missing, is not JSON or is other JSON; anything else is a bug. */
function describeProblem(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  const isAboutFile = error instanceof SyntaxError || (error instanceof Error && "code" in error);
  if (isAboutFile) return error.message;
  throw error;
}
