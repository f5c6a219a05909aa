/** What is said to those who run the bot. */
export type OperatorWording = {
  readonly sinceStart: string;
  readonly inQuestionLog: (days: number) => string;
  readonly noQuestionLog: string;
  readonly answers: (count: number, percentUnanswered: number) => string;
  readonly votes: (good: number, bad: number) => string;

  readonly gaps: (count: number) => string;
  readonly noGaps: string;
  readonly gap: (counts: GapCounts) => string;

  readonly whichTrace: string;
  readonly noTrace: (id: string) => string;
  readonly shown: (passages: readonly string[]) => string;

  readonly commands: Readonly<Record<"stats" | "gaps" | "trace", string>>;
};

/** How often the same was asked, in how many wordings, and the id of one of the answers. */
type GapCounts = { readonly asked: number; readonly wordings: number; readonly trace: string };
