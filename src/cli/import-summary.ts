import type { PassageChange } from "../import/merge/merge-passages.ts";
import { shorten } from "../text/shorten.ts";
import type { SentenceForReview } from "../import/review/list-for-review.ts";
import type { SourceOutcome } from "../import/into-folder/import-source.ts";

type Imported = Extract<SourceOutcome, { kind: "imported" }>;

/** What an editor wants to know about an imported article. `isDry`: nothing was written. */
export function importSummary(outcome: Imported, isDry: boolean): string {
  const { file, article, changes, remarks } = outcome;
  const passages = article.sections.flatMap((section) => section.passages);
  const { source, language } = article;
  const details = [source.publisher?.name, source.author, source.publishedOn, language];
  return [
    `${isDry ? "would write" : verbFor(changes)} ${file}`,
    `  ${article.title}`,
    `  ${details.filter((detail) => detail !== undefined).join(" · ")}`,
    `  ${count(passages.length, "passage")} in ${count(article.sections.length, "section")}; ${voices(outcome)}`,
    ...proposals(outcome),
    ...missing(source),
    ...forReview(outcome),
    ...remarks.map((remark) => `  note: ${remark}`),
    ...(changes ?? []).map((change) => `  ${describeChange(change)}`),
  ].join("\n");
}

function verbFor(changes: readonly PassageChange[] | undefined): string {
  if (changes === undefined) return "wrote";
  return changes.length === 0 ? "up to date:" : "updated";
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** "3 people speak in 7 sentences, 2 to be reviewed" */
function voices({ filed: { people, sections }, review }: Imported): string {
  const sentences = sections.flatMap(({ passages }) => passages.flatMap((one) => one.sentences));
  const said = sentences.filter(({ speaker }) => speaker !== null).length;
  if (said === 0) return "all of it the publication's own words";
  const who = people.length === 1 ? "1 person speaks" : `${people.length} people speak`;
  return `${who} in ${count(said, "sentence")}, ${review.length} to be reviewed`;
}

/** What is still as import proposed it. */
function proposals({ article: { sections, proposedQuestions = [] } }: Imported): string[] {
  const open = sections.flatMap(({ passages }) => passages).filter(isProposed);
  const parts = [
    [open.filter(({ lead }) => lead !== undefined).length, "lead", "leads"],
    [open.filter(({ isKeyFact }) => isKeyFact).length, "key fact", "key facts"],
    [sections.filter(isProposed).length, "section summary", "section summaries"],
    [proposedQuestions.length, "question", "questions"],
  ] as const;
  const list = parts.flatMap(([number, one, several]) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : several}`],
  );
  if (list.length === 0) return [];
  return [`  proposed: ${list.join(", ")} (marked; take out what you do not like)`];
}

function isProposed(one: { readonly isProposed?: true }): boolean {
  return one.isProposed === true;
}

/** An editor reads these at once; the others are marked in the file. */
const MAX_LISTED = 8;

function forReview({ review, file }: Imported): string[] {
  if (review.length === 0) return [];
  const listed = review
    .slice(0, MAX_LISTED)
    .map((one) => `${file}:${one.line}: ${describeForReview(one)}`);
  const more = review.length - listed.length;
  return [
    "  to be reviewed, least certain first (marked `review`):",
    ...listed,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** "Ada Quist (55 % sure): The bridge over the Vell …" */
export function describeForReview({ text, speaker, confidence }: SentenceForReview): string {
  return `${speaker ?? "nobody"} (${percent(confidence)} sure): ${shorten(text, MAX_SHOWN)}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

const EXPECTED = [
  ["publisher", "publisher"],
  ["url", "address"],
  ["publishedOn", "date"],
] as const;

function missing(source: Imported["article"]["source"]): string[] {
  const lacking = EXPECTED.filter(([field]) => source[field] === undefined).map(([, name]) => name);
  return lacking.length === 0 ? [] : [`  not stated: ${lacking.join(", ")}; add under \`source\``];
}

const WHAT: Readonly<Record<PassageChange["kind"], string>> = {
  added: "new:",
  "left-out": "changed on the page, left out as you left it out before:",
  changed: "changed:",
  kept: "changed on the page, your version is kept:",
  removed: "no longer on the page, removed:",
  "kept-though-gone": "no longer on the page, kept since you edited it:",
};
const MAX_SHOWN = 80;

function describeChange({ kind, text }: PassageChange): string {
  return `${WHAT[kind]} ${shorten(text, MAX_SHOWN)}`;
}
