import { describeError } from "../logging/describe-error.ts";
import type { Log } from "../logging/log.ts";
import type { JudgedAnswer } from "../feedback/vote.ts";
import type { QuestionJournal } from "../feedback/question-journal.ts";
import { expireLines } from "./expire-lines.ts";
import { gapsIn } from "./gaps.ts";
import { judgedAnswers } from "./judged-answers.ts";
import { timeOf, writeEntry, type JournalEntry } from "./journal-line.ts";
import { openLineFile } from "./line-file.ts";
import { readJournal } from "./read-journal.ts";

export type JournalOptions = {
  readonly file: string;
  /** So long a line is kept. */
  readonly days: number;
  readonly log: Log;
  readonly now: () => Date;
  /** Told when lines are lost, and when they are kept again. */
  readonly onDegraded?: (isDegraded: boolean) => void;
};

type OpenJournal = {
  readonly journal: QuestionJournal;
  /** Waits until everything is written. */
  readonly close: () => Promise<void>;
};

/** Grouped in so short a time that no reader notices. */
const LATEST_LOOKED_AT = 1000;
const DAY_MS = 24 * 60 * 60_000;
/** Often enough that nothing is kept noticeably longer than /privacy says. */
const EXPIRE_EVERY_MS = 60 * 60_000;

/** Questions and votes, a line of JSON each, in a file that several processes may share. */
export function openJournal({ file, days, log, now, onDegraded }: JournalOptions): OpenJournal {
  const lines = openLineFile(file, log, onDegraded);
  const keep = (entry: JournalEntry) => lines.append(writeEntry(entry));

  function expire(): void {
    const oldest = now().getTime() - days * DAY_MS;
    lines.between(async () => {
      try {
        await expireLines(file, (line) => isBefore(timeOf(line), oldest));
      } catch (error) {
        log("old lines of the question journal stay for now", { error: describeError(error) });
      }
    });
  }
  async function answers(): Promise<readonly JudgedAnswer[]> {
    await lines.settled();
    const read = await readJournal(file, new Date(0));
    return read.kind === "read" ? judgedAnswers(read.entries) : [];
  }
  expire();
  const timer = setInterval(expire, EXPIRE_EVERY_MS).unref();

  return {
    journal: {
      days,
      noteAnswer: (trace) => keep({ kind: "answer", at: now(), trace }),
      noteVote: (vote) => keep({ kind: "vote", at: now(), vote }),
      answers,
      gaps: async () => gapsIn(await answers(), LATEST_LOOKED_AT),
    },
    close: async () => {
      clearInterval(timer);
      await lines.settled();
    },
  };
}

function isBefore(at: Date | undefined, oldest: number): boolean | undefined {
  return at && at.getTime() < oldest;
}
