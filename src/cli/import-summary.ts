import type { PassageChange } from "../import/merge/merge-passages.ts";
import { shorten } from "../text/shorten.ts";
import type { SourceOutcome } from "./import-sources.ts";

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
function voices({ proposed: { people, sections }, review }: Imported): string {
  const sentences = sections.flatMap(({ passages }) => passages.flatMap((one) => one.sentences));
  const said = sentences.filter(({ speaker }) => speaker !== null).length;
  if (said === 0) return "all of it the publication's own words";
  const who = people.length === 1 ? "1 person speaks" : `${people.length} people speak`;
  return `${who} in ${count(said, "sentence")}, ${review.length} to be reviewed`;
}

function proposals({ proposed, article }: Imported): string[] {
  const leads = proposed.sections.flatMap(({ passages }) =>
    passages.flatMap(({ lead }) => lead ?? []),
  );
  const summaries = proposed.sections.flatMap(({ summary }) => summary ?? []);
  const questions = article.proposedQuestions ?? [];
  const parts = [
    [leads.length, "lead"] as const,
    [summaries.length, "section summary"] as const,
    [questions.length, "question"] as const,
  ].filter(([number]) => number > 0);
  if (parts.length === 0) return [];
  const list = parts.map(([number, noun]) =>
    count(number, noun).replace(/summarys$/u, "summaries"),
  );
  return [`  proposed: ${list.join(", ")} (marked; take out what you do not like)`];
}

/** An editor reads these at once; the others are marked in the file. */
const MAX_LISTED = 8;

function forReview({ review, file }: Imported): string[] {
  if (review.length === 0) return [];
  const listed = review.slice(0, MAX_LISTED).map(({ line, text, speaker, confidence }) => {
    const who = `${speaker ?? "nobody"} (${percent(confidence)} sure)`;
    return `${file}:${line}: ${who}: ${shorten(text, MAX_SHOWN)}`;
  });
  const more = review.length - listed.length;
  return [
    "  to be reviewed, least certain first (marked `review`):",
    ...listed,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
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
  changed: "changed:",
  kept: "changed on the page, your version is kept:",
  removed: "no longer on the page, removed:",
  "kept-though-gone": "no longer on the page, kept since you edited it:",
};
const MAX_SHOWN = 80;

function describeChange({ kind, text }: PassageChange): string {
  return `${WHAT[kind]} ${shorten(text, MAX_SHOWN)}`;
}
