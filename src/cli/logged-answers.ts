import { readEnvironmentFile } from "../config/environment-file.ts";
import { databaseProblem } from "../database/database-problem.ts";
import type { RatedAnswer } from "../feedback/vote.ts";
import { readerOfDatabase } from "../question-log/database-log.ts";
import { readerOfFile } from "../question-log/file-log.ts";
import {
  answersWithVotes,
  readQuestionLog,
  type QuestionLogContents,
} from "../question-log/read-question-log.ts";
import type { CommandIo } from "./command.ts";
import { printDiagnostics } from "./load-articles.ts";

type LoggedAnswers =
  | {
      readonly kind: "read";
      readonly answers: readonly RatedAnswer[];
      readonly files: readonly string[];
    }
  | { readonly kind: "no-question-log"; readonly message: string };

/** The answers in the named question logs, or else in the database or the file of QUESTION_JOURNAL. Reports unreadable lines. */
export async function readLoggedAnswers(
  named: readonly string[],
  since: Date,
  io: CommandIo,
): Promise<LoggedAnswers> {
  const problem = named.length > 0 ? undefined : readEnvironmentFile(".env", io.env);
  if (problem !== undefined) return noQuestionLog(problem);
  const url = named.length > 0 ? "" : (io.env["DATABASE_URL"]?.trim() ?? "");
  if (url !== "") return readFromDatabase(url, since, filesOfEnvironment(io));
  const files = named.length > 0 ? named : filesOfEnvironment(io);
  if (files.length === 0) {
    return noQuestionLog(
      "no question log: name a file, or set QUESTION_JOURNAL (see .env.example)",
    );
  }
  const entries = [];
  for (const file of files) {
    const read = await readQuestionLog(file, since);
    if (read.kind === "no-file") return noQuestionLog(describeMissing(file, read));
    printDiagnostics(
      read.diagnostics.map((found) => ({ ...found, message: `${found.message}: skipped` })),
      io,
    );
    entries.push(...read.entries);
  }
  return { kind: "read", answers: answersWithVotes(entries), files };
}

/** What all replicas have logged, and what still waits in the file here. */
async function readFromDatabase(
  url: string,
  since: Date,
  files: readonly string[],
): Promise<LoggedAnswers> {
  const answers = new Map<string, RatedAnswer>();
  const take = ({ trace, rating }: RatedAnswer) => {
    if (!answers.has(trace.id)) answers.set(trace.id, { trace, ...(rating && { rating }) });
  };
  const { connectDatabase } = await import("../database/database.ts");
  const database = await connectDatabase({ url, log: () => {} });
  try {
    await readerOfDatabase(database.run).each(since, take);
    for (const file of files) await readerOfFile(file).each(since, take);
  } catch (error) {
    return noQuestionLog(databaseProblem(error).what);
  } finally {
    await database.close();
  }
  return { kind: "read", answers: [...answers.values()], files: ["the database"] };
}

function filesOfEnvironment({ env }: CommandIo): string[] {
  const file = env["QUESTION_JOURNAL"]?.trim() ?? "";
  return file === "" ? [] : [file];
}

function describeMissing(
  file: string,
  { code }: Extract<QuestionLogContents, { kind: "no-file" }>,
): string {
  if (code === "ENOENT") {
    return `${file}: there is no such file: with QUESTION_JOURNAL set, the bot creates it at the first question`;
  }
  return `${file}: cannot be read (${code}): name a readable file`;
}

function noQuestionLog(message: string): LoggedAnswers {
  return { kind: "no-question-log", message };
}
