/** How questions to an archive of articles are asked. Patterns match the question as typed. */
export type ArchiveForms = {
  /** "Who said what | about the harbour": what everybody says, and when. The topic follows. */
  readonly whoSaidWhat: RegExp;
  /** "What have people said | about the harbour": the same where there are several articles. */
  readonly peopleSay: RegExp;
  /** "Over time", "and when", anywhere in the question. */
  readonly overTime: RegExp;
  readonly latestFirst: RegExp;
  /** Before a date: "in the". */
  readonly beforePeriod: RegExp;
};
