import { createHash } from "node:crypto";
import { extractPage } from "../import/extract/extract-page.ts";
import type { ExtractedArticle } from "../import/extracted-article.ts";
import { dayIn } from "../import/extract/metadata/published.ts";
import { decodePage } from "../import/fetch/decode-page.ts";
import type { MarkedPage, PageFacts } from "./page-set.ts";

type FactField = keyof PageFacts;
export const FACT_FIELDS: readonly FactField[] = [
  "headline",
  "publisher",
  "published",
  "author",
  "language",
];

export type PageOutcome = {
  readonly page: MarkedPage;
  readonly precision: number;
  readonly recall: number;
  /** Fields the page states, and whether they were read rightly. */
  readonly facts: ReadonlyMap<FactField, boolean>;
  readonly ms: number;
};

/** Extracts a page and compares it with what people marked. */
export function evaluatePage(page: MarkedPage): PageOutcome {
  const bytes = page.readHtml();
  const start = performance.now();
  const decoded = decodePage(bytes);
  const extracted = decoded.kind === "decoded" ? extractPage(decoded.text, page.url) : undefined;
  const ms = performance.now() - start;
  const article = extracted?.kind === "article" ? extracted.article : undefined;
  const text = article?.blocks.map((block) => block.text).join("\n") ?? "";
  return { page, ...overlap(page.body, text), facts: judgeFacts(page.facts, article), ms };
}

/** As article-extraction-benchmark has it: the mean of precision and recall over pages, then F1. */
export function summarise(outcomes: readonly PageOutcome[]) {
  const precision = mean(outcomes.map((outcome) => outcome.precision));
  const recall = mean(outcomes.map((outcome) => outcome.recall));
  return { precision, recall, f1: f1Of({ precision, recall }) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

export function f1Of({ precision, recall }: Pick<PageOutcome, "precision" | "recall">): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

const SHINGLE = 4;
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;

/** Over the multiset of four-word sequences. */
function overlap(marked: string, extracted: string) {
  const wanted = shingles(marked);
  const found = shingles(extracted);
  let shared = 0;
  for (const [shingle, count] of found) shared += Math.min(count, wanted.get(shingle) ?? 0);
  return { precision: ratio(shared, total(found)), recall: ratio(shared, total(wanted)) };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function shingles(text: string): Map<string, number> {
  const words = text.match(WORD) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - SHINGLE + 1); at += 1) {
    const shingle = words.slice(at, at + SHINGLE).join(" ");
    if (shingle !== "") counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function judgeFacts(facts: PageFacts | undefined, article: ExtractedArticle | undefined) {
  const read = article ? readFacts(article) : {};
  const judged = new Map<FactField, boolean>();
  for (const field of FACT_FIELDS) {
    const right = facts?.[field];
    if (right) judged.set(field, right.map(folded).includes(folded(read[field] ?? "")));
  }
  return judged;
}

function readFacts({
  title,
  language,
  source,
}: ExtractedArticle): Partial<Record<FactField, string>> {
  const day = dayIn(source.published ?? "");
  const published =
    day && [day.year, day.month, day.day].map((part) => String(part).padStart(2, "0")).join("-");
  return {
    headline: headlineHash(title),
    ...(source.publisher !== undefined && { publisher: source.publisher }),
    ...(source.author !== undefined && { author: source.author }),
    ...(published !== undefined && { published }),
    ...(language !== undefined && { language }),
  };
}

const HASH_LENGTH = 12;
const LETTERS_AND_DIGITS = /[\p{L}\p{N}]+/gu;

function headlineHash(title: string): string {
  const words = title.toLowerCase().replaceAll("’", "'").match(LETTERS_AND_DIGITS) ?? [];
  return createHash("sha256").update(words.join(" ")).digest("hex").slice(0, HASH_LENGTH);
}

function folded(value: string): string {
  return value.toLowerCase().replace(/^the /u, "");
}
