import { isTranslation } from "../article/loading/attach-translations.ts";
import { proposeWrittenArticle } from "../import/propose-for-article.ts";
import { checkAttribution, type Disagreement } from "../import/review/check-attribution.ts";
import { listForReview, type SentenceForReview } from "../import/review/list-for-review.ts";
import { escapeInLines, jsonWithoutControls } from "../text/escape-controls.ts";
import { shorten } from "../text/shorten.ts";
import { printLine, type CommandIo } from "./command.ts";
import { readSourceFile } from "./read-source-file.ts";
import { percent } from "./import-summary.ts";

/** Some files could not be compared; the others were. */
const EXIT_PARTLY_CHECKED = 1;

/** Compares who says what in files with what import would propose; writes nothing. */
export function checkFiles(
  files: readonly string[],
  isJson: boolean,
  { stdout, stderr }: CommandIo,
): number {
  let failed = 0;
  for (const file of files) {
    const checked = checkFile(file);
    if ("error" in checked) {
      failed += 1;
      if (!isJson) printLine(stderr, escapeInLines(`${file}: ${checked.error}`));
    } else if (!isJson) printLine(stdout, escapeInLines(describeCheck(checked)));
    if (isJson) printLine(stdout, jsonWithoutControls(checked));
  }
  return failed === 0 ? 0 : EXIT_PARTLY_CHECKED;
}

export type FileCheck = {
  readonly file: string;
  readonly sentences: number;
  readonly agreed: number;
  readonly isDigest: boolean;
  readonly differences: readonly Disagreement[];
  /** What import was not sure of and no editor has decided. */
  readonly review: readonly SentenceForReview[];
};

const TRANSLATED = "a translation takes its speakers from the article: name the article's own file";

/** What import says of who speaks in an article's file, or why there is nothing to compare. */
export function checkFile(
  file: string,
): FileCheck | { readonly file: string; readonly error: string } {
  const read = readSourceFile(file);
  if (read.kind === "nothing") return { file, error: read.why };
  if (read.kind !== "written") {
    return { file, error: "only an article in Markdown has speakers to compare: name one" };
  }
  if (isTranslation({ path: file })) return { file, error: TRANSLATED };
  const { article, lines } = read;
  const parsed = { kind: "parsed", article, lines } as const;
  const proposal = proposeWrittenArticle(article);
  const { sentences, disagreements } = checkAttribution(parsed, proposal);
  return {
    file,
    sentences,
    agreed: sentences - disagreements.length,
    isDigest: article.text === "digest",
    differences: disagreements,
    review: listForReview(parsed, proposal),
  };
}

/** Long enough to know the sentence by. */
const MAX_WORDS = 100;
const DIGEST =
  "  a digest need not say who speaks, so that import finds few of those whom its editors know";

function describeCheck({ file, sentences, agreed, isDigest, differences }: FileCheck): string {
  const lines = differences.map((one) => `${file}:${one.line}: ${describeDifference(one)}`);
  const kinds = describeDifferences(differences);
  const numbers = `${file}: import agrees on ${agreed} of ${sentences} sentences${kinds}`;
  return [...lines, numbers, ...(isDigest && differences.length > 0 ? [DIGEST] : [])].join("\n");
}

/** "the file has Ann Other, import nobody (90 % sure): It rained." */
export function describeDifference({ text, filed, proposed, confidence }: Disagreement): string {
  const who = `the file has ${filed ?? "nobody"}, import ${proposed ?? "nobody"}`;
  return `${who} (${percent(confidence)} sure): ${shorten(text, MAX_WORDS)}`;
}

/** ": it has nobody for 19, another speaker for 1, somebody for 2 that nobody says" */
function describeDifferences(differences: readonly Disagreement[]): string {
  const unseen = differences.filter(({ proposed }) => proposed === null).length;
  const narrated = differences.filter(({ filed }) => filed === null).length;
  const others = differences.length - unseen - narrated;
  const parts = [
    [unseen, `nobody for ${unseen}`] as const,
    [others, `another speaker for ${others}`] as const,
    [narrated, `somebody for ${narrated} that nobody says`] as const,
  ];
  const told = parts.flatMap(([number, text]) => (number === 0 ? [] : [text]));
  return told.length === 0 ? "" : `: it has ${told.join(", ")}`;
}
