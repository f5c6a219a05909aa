import { readEnvironmentFile } from "../config/environment-file.ts";
import {
  answersWithVotes,
  readQuestionLog,
  type QuestionLogContents,
} from "../question-log/read-question-log.ts";
import type { JudgedAnswer } from "../feedback/vote.ts";
import { tellMistakes } from "../content/load-content.ts";

type KeptAnswers =
  | {
      readonly kind: "read";
      readonly answers: readonly JudgedAnswer[];
      readonly files: readonly string[];
    }
  | { readonly kind: "no-question-log"; readonly message: string };

/** The answers in these question logs, or in the one that the environment names. Bad lines are told. */
export async function keptAnswers(named: readonly string[], since: Date): Promise<KeptAnswers> {
  const unreadable = named.length > 0 ? undefined : readEnvironmentFile();
  if (unreadable !== undefined) return noQuestionLog(unreadable);
  const files = named.length > 0 ? named : filesOfEnvironment();
  if (files.length === 0) {
    return noQuestionLog(
      "no question log: name a file, or set QUESTION_JOURNAL (see .env.example)",
    );
  }
  const entries = [];
  for (const file of files) {
    const read = await readQuestionLog(file, since);
    if (read.kind === "no-file") return noQuestionLog(describeMissing(file, read));
    tellMistakes(
      read.diagnostics.map(({ message, ...at }) => ({ ...at, message: `${message}: skipped` })),
    );
    entries.push(...read.entries);
  }
  return { kind: "read", answers: answersWithVotes(entries), files };
}

function filesOfEnvironment(): string[] {
  const file = process.env["QUESTION_JOURNAL"]?.trim() ?? "";
  return file === "" ? [] : [file];
}

function describeMissing(
  file: string,
  { code }: Extract<QuestionLogContents, { kind: "no-file" }>,
): string {
  if (code === "ENOENT") {
    return `${file}: there is no such file: the bot makes it at the first question, where QUESTION_JOURNAL names it`;
  }
  return `${file}: cannot be read (${code}): name a file that can be`;
}

function noQuestionLog(message: string): KeptAnswers {
  return { kind: "no-question-log", message };
}
