import { pick, seededRandom, type Random } from "../../src/evaluation/random.ts";
import { sentencesIn } from "../../src/text/sentences.ts";

const SEED = 1;
const SENTENCES = 5;
/** One long word in this many is replaced by a made-up one, so the vocabulary grows too. */
const ONE_WORD_IN = 12;
const LONG_WORD = /\p{L}{5,}/gu;
const SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu za".split(" ");

/** The passages, then new ones made of their sentences up to the size. */
export function grownCollection(passages: readonly string[], size: number): string[] {
  const random = seededRandom(SEED);
  const sentences = passages.flatMap((text) =>
    sentencesIn(text).map(([start, end]) => text.slice(start, end)),
  );
  const grown = passages.slice(0, size);
  while (grown.length < size) grown.push(madeOf(sentences, random));
  return grown;
}

function madeOf(sentences: readonly string[], random: Random): string {
  const picked = Array.from({ length: SENTENCES }, () => pick(sentences, random)).join(" ");
  return picked.replaceAll(LONG_WORD, (word) =>
    random() * ONE_WORD_IN < 1 ? madeUpWord(random) : word,
  );
}

/** As in any language, few words are common and most are rare. */
function madeUpWord(random: Random): string {
  let rank = Math.floor(SYLLABLES.length ** (2 + 3 * random()));
  let word = "";
  for (; rank > 0; rank = Math.floor(rank / SYLLABLES.length)) {
    word += SYLLABLES[rank % SYLLABLES.length];
  }
  return word;
}
