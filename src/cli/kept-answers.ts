import { readEnvironmentFile } from "../config/environment-file.ts";
import { judgedAnswers } from "../question-log/judged-answers.ts";
import { readJournal, type JournalRead } from "../question-log/read-journal.ts";
import type { JudgedAnswer } from "../feedback/vote.ts";
import { tellMistakes } from "../content/load-content.ts";

type KeptAnswers =
  | {
      readonly kind: "read";
      readonly answers: readonly JudgedAnswer[];
      readonly files: readonly string[];
    }
  | { readonly kind: "no-journal"; readonly message: string };

/** The answers in these journals, or in the one that the environment names. Bad lines are told. */
export async function keptAnswers(named: readonly string[], since: Date): Promise<KeptAnswers> {
  const unreadable = named.length > 0 ? undefined : readEnvironmentFile();
  if (unreadable !== undefined) return noJournal(unreadable);
  const files = named.length > 0 ? named : filesOfEnvironment();
  if (files.length === 0) {
    return noJournal("no journal: name a file, or set QUESTION_JOURNAL (see .env.example)");
  }
  const entries = [];
  for (const file of files) {
    const read = await readJournal(file, since);
    if (read.kind === "no-file") return noJournal(describeMissing(file, read));
    tellMistakes(
      read.mistakes.map(({ message, ...at }) => ({ ...at, message: `${message}: skipped` })),
    );
    entries.push(...read.entries);
  }
  return { kind: "read", answers: judgedAnswers(entries), files };
}

function filesOfEnvironment(): string[] {
  const file = process.env["QUESTION_JOURNAL"]?.trim() ?? "";
  return file === "" ? [] : [file];
}

function describeMissing(
  file: string,
  { code }: Extract<JournalRead, { kind: "no-file" }>,
): string {
  if (code === "ENOENT") {
    return `${file}: there is no such file: the bot makes it at the first question, where QUESTION_JOURNAL names it`;
  }
  return `${file}: cannot be read (${code}): name a file that can be`;
}

function noJournal(message: string): KeptAnswers {
  return { kind: "no-journal", message };
}
