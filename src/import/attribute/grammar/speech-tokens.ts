import type { Sentence, Token } from "../read-text.ts";
import type { WordTest } from "../../../languages/word-test.ts";

/** For each sentence, which of its tokens are somebody's own words: in quotation marks, or after a dash. */
export function speechTokens(text: readonly Sentence[], isVerb: WordTest): boolean[][] {
  const lengths = quotationLengths(text);
  const answered = quotationsBeforeDash(text);
  const isLong = ({ quotation }: Token) =>
    quotation >= 0 && (answered.has(quotation) || (lengths.get(quotation) ?? 0) >= MIN_WORDS);
  let inDialogue = false;
  let wasDialogue = false;
  return text.map(({ tokens, isFirst }) => {
    const [first] = tokens;
    const startsWithDash = first !== undefined && DASH.test(first.text);
    if (isFirst) inDialogue = startsWithDash;
    else if (startsWithDash) inDialogue = inDialogue || wasDialogue;
    let inFrame = false;
    const speech = tokens.map((token, at) => {
      if (DASH.test(token.text) && at > 0) {
        const startsFrame =
          verbFollows(tokens, at, isVerb) && FRAME_AFTER.test(tokens[at - 1]?.text ?? "");
        if (startsFrame) inFrame = true;
        else if (inFrame) inFrame = false;
      }
      return (inDialogue || isLong(token)) && !inFrame;
    });
    wasDialogue = inDialogue || (wasDialogue && !isFirst);
    if (inFrame) inDialogue = false;
    return speech;
  });
}

/** «Дякую», — сказав він: however short, they are spoken. */
function quotationsBeforeDash(text: readonly Sentence[]): ReadonlySet<number> {
  const before = text.flatMap(({ tokens }) =>
    tokens.flatMap(({ quotation }, at) => {
      const [mark, dash] = [tokens[at + 1], tokens[at + 2]];
      const isAnswered = mark?.text === "," && mark.quotation < 0 && DASH.test(dash?.text ?? "");
      return quotation >= 0 && isAnswered ? [quotation] : [];
    }),
  );
  return new Set(before);
}

/** Fewer words in quotation marks are a title, or a word used with reserve. */
const MIN_WORDS = 3;
const DASH = /^[-–—]$/u;
const FRAME_AFTER = /^[,.!?…:»”"“]$/u;
/** "— сказала в залі …": the verb comes soon after the dash. */
const FRAME_REACH = 4;

function verbFollows(tokens: readonly Token[], dash: number, isVerb: WordTest): boolean {
  for (const token of tokens.slice(dash + 1, dash + 1 + FRAME_REACH)) {
    if (!token.isWord) return false;
    if (isVerb(token.lower)) return true;
  }
  return false;
}

function quotationLengths(text: readonly Sentence[]): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const { tokens } of text) {
    for (const { quotation, isWord } of tokens) {
      if (isWord) lengths.set(quotation, (lengths.get(quotation) ?? 0) + 1);
    }
  }
  return lengths;
}
