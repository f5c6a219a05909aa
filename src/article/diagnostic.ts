/** Something wrong in the content files, for an editor to fix. */
export type Diagnostic = {
  /** Path as the editor knows it: the configured folder plus the file name. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** What is wrong, and what to write instead. */
  readonly message: string;
};

/** A diagnostic in the file being read. */
export type LineDiagnostic = Omit<Diagnostic, "file">;

/** Reports a diagnostic in the file being read. */
export type ReportDiagnostic = (line: number, message: string) => void;

/** `content/visit.md:12: …`, which code editors and terminals turn into a link. */
export function formatDiagnostic({ file, line, message }: Diagnostic): string {
  return `${file}:${line}: ${message}`;
}

/** Sorts diagnostics from the top of a file to the bottom. */
export function byLine(a: Diagnostic, b: Diagnostic): number {
  return a.line - b.line;
}

type Unreadable = { readonly kind: "faulty"; readonly diagnostics: readonly Diagnostic[] };

/**
 * Runs a parser and turns anything it throws into a diagnostic: a bug in the parser must not take the
 * bot down because of what an editor saved.
 */
export function catchAsDiagnostic<Result>(file: string, read: () => Result): Result | Unreadable {
  try {
    return read();
  } catch (error) {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : "unknown error";
    const message = `this file cannot be read (${what}): undo your last change and report this as a bug`;
    return { kind: "faulty", diagnostics: [{ file, line: 1, message }] };
  }
}

/** A longer list would bury the rest of the message. */
const MAX_NAMES = 20;

/** Names to choose from, for a message. */
export function listNames(names: Iterable<string>): string {
  const shown: string[] = [];
  for (const name of names) {
    if (shown.length === MAX_NAMES) return `${shown.join(", ")}, …`;
    shown.push(name);
  }
  return shown.join(", ");
}

/** Enough of the source for an editor to find the place. */
const MAX_EXCERPT = 40;

/** The start of a piece of source on one line, for a message. */
export function excerpt(source: string): string {
  const line = source.replace(/\s+/gu, " ");
  return line.length > MAX_EXCERPT ? `${line.slice(0, MAX_EXCERPT)}…` : line;
}
