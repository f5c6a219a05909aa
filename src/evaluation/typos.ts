import { packFor } from "../languages/packs.ts";
import { wordsIn } from "../text/words.ts";
import { pick, type Random } from "./random.ts";

const SHORTEST_WORD = 5;
const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");
const SLIPS = ["drop", "insert", "replace", "swap"] as const;

/** The question with one slip in one content word of five letters or more, if it has such a word. */
export function withTypo(question: string, random: Random): string {
  const { terms } = packFor("en");
  const long = wordsIn(question).filter(
    ({ text }) => text.length >= SHORTEST_WORD && !terms.isStopWord(text),
  );
  if (long.length === 0) return question;

  const { text, start, end } = pick(long, random);
  return question.slice(0, start) + slipIn(text, random) + question.slice(end);
}

function slipIn(word: string, random: Random): string {
  const at = Math.floor(random() * (word.length - 1));
  const letter = pick(LETTERS, random);
  const [before, here, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  const slips = {
    drop: before + next + after,
    insert: before + letter + here + next + after,
    replace: before + letter + next + after,
    swap: before + next + here + after,
  };
  return slips[pick(SLIPS, random)];
}
