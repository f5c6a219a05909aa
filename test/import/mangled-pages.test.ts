import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";
import { writeArticle } from "../../src/article/writing/write-article.ts";
import { seededRandom } from "../../src/evaluation/random.ts";
import { decodePage } from "../../src/import/fetch/decode-page.ts";
import { importArticle } from "../../src/import/import-article.ts";
import { readDocument } from "../../src/import/read-document.ts";
import { mangledPage } from "./mangled-pages.ts";

/** `npm run mangle` tries 2,000. */
const PAGES = Number(process.env["PAGES"] ?? 300);
/** Megabytes of damage take seconds on a busy machine; an ordinary page takes a twentieth of one. */
const MAX_MS = 20_000;

test(
  "any page, however mangled, gives an article that can be read, or a sentence",
  { timeout: PAGES * 300 + 60_000 },
  () => {
    const random = seededRandom(2025);
    const outcomes: (Outcome & { readonly page: string })[] = [];
    for (let at = 0; at < PAGES; at += 1) {
      const { how, bytes } = mangledPage(random);
      const start = performance.now();
      const outcome = importedFrom(bytes);
      outcomes.push({ ...outcome, ms: performance.now() - start, page: `${at}: ${how}` });
    }
    expect(outcomes.filter(({ isRight }) => !isRight)).toEqual([]);
    expect(outcomes.filter(({ ms = 0 }) => ms > MAX_MS)).toEqual([]);
    const articles = outcomes.filter(({ kind }) => kind === "article").length;
    expect(articles).toBeGreaterThan(PAGES / 4);
    expect(articles).toBeLessThan(PAGES * 0.95);
  },
);

type Outcome = {
  readonly kind: "article" | "sentence";
  readonly isRight: boolean;
  readonly ms?: number;
};

function importedFrom(bytes: Buffer): Outcome {
  const decoded = decodePage(bytes, "text/html");
  if (decoded.kind === "unknown-charset") return { kind: "sentence", isRight: true };
  const document = readDocument(decoded.text, { name: "page.html", contentType: "text/html" });
  if (document.kind !== "extracted") {
    const isSentence = document.kind !== "nothing" || /^[a-z].{20,}/u.test(document.why);
    return { kind: "sentence", isRight: isSentence };
  }
  const options = { slug: "page", existing: undefined, answersOf: () => () => false };
  const { article, markdown } = importArticle(document.article, options);
  const read = parseArticle(markdown, "page.md");
  const isSame = read.kind === "parsed" && isDeepStrictEqual(read.article, article);
  return { kind: "article", isRight: isSame && writeArticle(article) === markdown };
}
