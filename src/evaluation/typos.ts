import { packFor } from "../languages/packs.ts";
import { wordsIn } from "../text/words.ts";
import { pick, type Random } from "./random.ts";

const MIN_WORD_LENGTH = 5;
const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");
const TYPO_KINDS = ["drop", "insert", "replace", "swap"] as const;

/** Puts one typo into one content word of five letters or more, if there is one. */
export function withTypo(question: string, random: Random): string {
  const { terms } = packFor("en");
  const long = wordsIn(question).filter(
    ({ text }) => text.length >= MIN_WORD_LENGTH && !terms.isStopWord(text),
  );
  if (long.length === 0) return question;

  const { text, start, end } = pick(long, random);
  return question.slice(0, start) + typoIn(text, random) + question.slice(end);
}

function typoIn(word: string, random: Random): string {
  const at = Math.floor(random() * (word.length - 1));
  const letter = pick(LETTERS, random);
  const [before, here, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  const typos = {
    drop: before + next + after,
    insert: before + letter + here + next + after,
    replace: before + letter + next + after,
    swap: before + next + here + after,
  };
  return typos[pick(TYPO_KINDS, random)];
}
