/** Something in the content that an editor has to put right. */
export type Mistake = {
  /** As the editor knows it: the path that was given, with the file's name. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** What is wrong, and what to write instead. */
  readonly message: string;
};

/** `content/visit.md:12: …`, the form that editors and terminals turn into a link. */
export function describeMistake({ file, line, message }: Mistake): string {
  return `${file}:${line}: ${message}`;
}

/** More names than these would bury what is said about them. */
const MOST_LISTED = 20;

/** Names to choose from. */
export function listed(names: Iterable<string>): string {
  const shown: string[] = [];
  for (const name of names) {
    if (shown.length === MOST_LISTED) return `${shown.join(", ")}, …`;
    shown.push(name);
  }
  return shown.join(", ");
}

/** From the top of a file. */
export function byLine(a: Mistake, b: Mistake): number {
  return a.line - b.line;
}

/** Tells an editor of something to put right in the file that is being read. */
export type Report = (line: number, message: string) => void;
