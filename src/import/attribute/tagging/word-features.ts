import type { Sentence, Token } from "../read-text.ts";
import type { ClassesOf } from "./word-classes.ts";
import { featureList, hashOf, pair } from "./hashed-feature.ts";

/** Words on either side that a token is judged by. */
const REACH = 4;
/** Words on either side whose base form and classes count. */
const CLASS_REACH = 2;
const NO_CLASSES = [0, -2, -2] as const;
const BEFORE_FIRST = 1;
const AFTER_LAST = 2;
const SUFFIX_LETTERS = 3;
/** Places from either end of a sentence that differ. */
const LAST_PLACE = 6;

/** Features of each token by the words and marks around it. */
export function wordFeatures({ tokens }: Sentence, classesOf: ClassesOf): Int32Array[] {
  const classes = tokens.map(({ lower }) => classesOf(lower));
  const words = tokens.map(({ lower }) => hashOf(lower));
  const suffixes = tokens.map(({ lower }) => hashOf(lower.slice(-SUFFIX_LETTERS)));
  const shapes = tokens.map(shapeOf);
  const quotes = tokens.map(({ quotation }, at) =>
    placeInQuotation(quotation, tokens[at - 1], tokens[at + 1]),
  );
  const word = (at: number) => words[at] ?? (at < 0 ? BEFORE_FIRST : AFTER_LAST);
  const shape = (at: number) => shapes[at] ?? NO_TOKEN;
  const quote = (at: number) => quotes[at] ?? NO_TOKEN;

  return tokens.map((_, at) => {
    const { add, list } = featureList();
    for (let other = at - REACH; other <= at + REACH; other += 1) add(word(other));
    add(pair(word(at - 1), word(at)));
    add(pair(word(at), word(at + 1)));
    add(pair(word(at - 2), word(at - 1)));
    add(pair(word(at + 1), word(at + 2)));
    add(pair(word(at - 1), word(at + 1)));
    for (const other of [at - 1, at, at + 1]) add(suffixes[other] ?? 0);
    for (let other = at - CLASS_REACH; other <= at + CLASS_REACH; other += 1) {
      const [base, few, many] = classes[other] ?? NO_CLASSES;
      add(base);
      add(few);
      add(many);
    }
    const [base] = classes[at] ?? NO_CLASSES;
    for (const other of [at - 1, at + 1]) add(pair(base, classes[other]?.[0] ?? 0));
    add(shape(at) * 100 + shape(at - 1) * 10 + shape(at + 1));
    add(pair(shape(at - 1), word(at)));
    add(pair(shape(at + 1), word(at)));
    add(quote(at));
    add(quote(at - 1) * 100 + quote(at) * 10 + quote(at + 1));
    for (const other of [at - 1, at, at + 1]) add(pair(quote(other), word(other)));
    add(Math.min(at, LAST_PLACE));
    add(Math.min(tokens.length - at, LAST_PLACE));
    return list();
  });
}

const NO_TOKEN = 9;

const SHAPES = { mark: 0, number: 1, capitals: 2, capitalised: 3, small: 4 } as const;
const CAPITAL = /^\p{Lu}/u;
const CAPITALS = /^\p{Lu}{2,}$/u;
const DIGIT = /^\p{N}/u;

export function shapeOf({ text, isWord }: Token): number {
  if (!isWord) return SHAPES.mark;
  if (DIGIT.test(text)) return SHAPES.number;
  if (CAPITALS.test(text)) return SHAPES.capitals;
  return CAPITAL.test(text) ? SHAPES.capitalised : SHAPES.small;
}

/** Outside of any, at its beginning, within it or at its end. */
function placeInQuotation(quotation: number, before?: Token, after?: Token): number {
  if (quotation < 0) return 0;
  if (before?.quotation !== quotation) return 1;
  return after?.quotation === quotation ? 2 : 3;
}
