import { z } from "zod";
import { parseSquad, type QuestionSet } from "../evaluation/squad.ts";
import { NotAFile, readRegularFile } from "../files/regular-file.ts";
import { codeOf } from "../logging/describe-error.ts";
import { complain, type CommandIo } from "./command.ts";

/** A question set in SQuAD 2.0 format. If the file holds none, prints why and returns nothing. */
export function loadSquad(file: string, io: CommandIo): QuestionSet | undefined {
  try {
    return parseSquad(JSON.parse(readRegularFile(file).toString("utf8")));
  } catch (error) {
    complain(io, `${file}${describeProblem(error)}`);
    return undefined;
  }
}

/** Continues the file's name. What is neither about the file nor about its content is a bug. */
function describeProblem(error: unknown): string {
  if (error instanceof z.ZodError) return ` is not a set in SQuAD 2.0 format: ${firstIssue(error)}`;
  if (error instanceof SyntaxError) return ` is not JSON: ${error.message}`;
  if (error instanceof NotAFile) return ` is ${error.obstacle}: name a file`;
  const code = codeOf(error);
  if (code === undefined) throw error;
  return code === "ENOENT"
    ? ": there is no such file: name a question set in SQuAD 2.0 format"
    : `: cannot be read (${code}): name a readable file`;
}

/** A set in another format has thousands. */
function firstIssue({ issues: [issue] }: z.ZodError): string {
  const place = issue?.path.length ? ` at \`${issue.path.join(".")}\`` : "";
  return `${issue?.message ?? ""}${place}`;
}
