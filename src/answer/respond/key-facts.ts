import type { Article, Passage } from "../../article/article.ts";
import { firstEndingAfter, type Range } from "../../text/ranges.ts";
import { voicesIn } from "../../article/voices.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { packFor } from "../../languages/packs.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { wordsIn } from "../../text/words.ts";
import type { Citation } from "../answer.ts";
import { citationsOf } from "../citations.ts";

/** More are no longer the key ones. */
const MAX_FACTS = 8;

/**
 * The passages that an editor marked as key facts. Where none is marked, those that report a fact: a
 * sentence with a number, a date or a decision that is nobody's opinion and no quotation.
 */
export function keyFactsOf(article: Article): Citation[] {
  const all = citationsOf(article);
  const marked = all.filter(({ passage }) => passage.isKeyFact);
  if (marked.length > 0) return marked;

  const pack = packFor(article.language);
  const facts = all.flatMap((citation) => {
    const [best] = factsIn(citation.passage, pack).toSorted(
      (one, other) => other.weight - one.weight,
    );
    if (!best) return [];
    const snippet = { sentence: best.sentence, highlights: [] };
    return [{ citation: { ...citation, snippet }, weight: best.weight }];
  });
  const heaviest = new Set(
    facts.toSorted((one, other) => other.weight - one.weight).slice(0, MAX_FACTS),
  );
  return facts.filter((fact) => heaviest.has(fact)).map(({ citation }) => citation);
}

type Fact = { readonly sentence: Range; readonly weight: number };

const QUOTATION_OR_QUESTION = /["“”„«»?]/u;

function factsIn(passage: Passage, pack: LanguagePack): Fact[] {
  const voices = voicesIn(passage).filter(({ kind }) => kind !== "opinion");
  return sentencesIn(passage.text).flatMap((sentence) => {
    const words = passage.text.slice(...sentence);
    if (QUOTATION_OR_QUESTION.test(words)) return [];
    const isReported = voices.some(({ ranges }) => {
      const [start = Infinity, end = 0] = ranges[firstEndingAfter(ranges, sentence[0])] ?? [];
      return start <= sentence[0] && end >= sentence[1];
    });
    const weight = isReported ? factualness(words, pack) : 0;
    return weight > 0 ? [{ sentence, weight }] : [];
  });
}

function factualness(
  sentence: string,
  { terms, datesIn, facts: { decision, hedge }, hangingStart }: LanguagePack,
): number {
  if (hedge.test(sentence) || hangingStart.test(sentence)) return 0;
  const hasNumber = wordsIn(sentence).some(
    ({ text }) => (terms.read(text).classes & TOKEN_CLASS.number) !== 0,
  );
  const signs = [hasNumber, datesIn(sentence).length > 0, decision.test(sentence)];
  return signs.filter(Boolean).length;
}
