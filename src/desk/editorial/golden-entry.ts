import { jsonWithoutControls } from "../../text/escape-controls.ts";

/** A question with its right answer, as an editor gives it. */
export type GoldenEntry = {
  readonly ask: string;
  /** Id of the passage that answers; none if the article does not say it. */
  readonly passage?: string | undefined;
};

/** One line of a `*.questions.yaml`. A string as JSON writes it is YAML, too; ids of passages need no quotation marks. */
export function writeGoldenEntry({ ask, passage }: GoldenEntry): string {
  const right = passage === undefined ? "not-covered" : `answered, passage: ${idOf(passage)}`;
  return `- { ask: ${jsonWithoutControls(ask)}, kind: gap, expect: ${right} }`;
}

/** In YAML, this word is no text. */
const idOf = (passage: string) => (passage === "null" ? '"null"' : passage);

/** What a new file of golden questions starts with. */
export const GOLDEN_HEAD =
  "# Golden questions: what readers asked, with the right answers. `npm run eval` asks them.\n";

const FIRST_ENTRY = /^(?<indent>[ \t]*)-[ \t]/mu;

/** The file with a line below its last one, indented as its first entry. */
export function withLine(file: string, line: string): string {
  const lineEnd = file.includes("\r\n") ? "\r\n" : "\n";
  const indent = FIRST_ENTRY.exec(file)?.groups?.["indent"] ?? "";
  const start = file === "" || file.endsWith("\n") ? file : `${file}${lineEnd}`;
  return `${start}${indent}${line}${lineEnd}`;
}

const LINES = /[^\n]*\n|[^\n]+$/gu;

/** The file without the last line that `isIt`; `undefined` if it has none. */
export function withoutLine(file: string, isIt: (line: string) => boolean): string | undefined {
  const lines = file.match(LINES) ?? [];
  const at = lines.findLastIndex((line) => isIt(line.trim()));
  return at < 0 ? undefined : lines.toSpliced(at, 1).join("");
}
