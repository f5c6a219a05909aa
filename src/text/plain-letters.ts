/** Letters that Unicode does not take apart into a plain letter and a mark, and how people type them. */
const TYPED_AS: ReadonlyMap<string, string> = new Map(
  `ł l|ø o|æ ae|œ oe|ß ss|đ d|ð d|þ th|ı i|ħ h|ŋ n|ŧ t|ə a|ĸ k|ɓ b|ɗ d|ƙ k|ƴ y|ς σ|ґ г|ё е
ى ي|ی ي|ې ي|ک ك|ە ه|ہ ه|ة ه|ٱ ا`
    .split(/[|\n]/u)
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

const LETTERS = new RegExp(`[${[...TYPED_AS.keys()].join("")}]`, "gu");

/** The zeros of other scripts' digits; the other nine follow each. */
const ZEROS = Array.from("٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐", (zero) => zero.codePointAt(0) ?? 0);
const OTHER_DIGIT = /[^\P{Nd}0-9]/gu;

/**
 * Accents, vowel marks and stress marks, which readers leave out. Marks that make another letter stay: the
 * vowels of Indic scripts, and й, ї and ў.
 */
const MARKS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}])\p{M}+|(?<=[аеиіоуыэюяє][\u0306\u0308]?)[\u0300\u0301]+/gu;
/** Stretches an Arabic word. */
const TATWEEL = /ـ/gu;
/** Soft hyphens, joiners and the like inside a word, and the spaces of thousands. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\s]/gu;

/** Nothing but letters, digits and signs of an ordinary keyboard: most words of some languages. */
const PLAIN = /^[!-@[-~]*$/u;

/** A lower-case word in the letters and digits of an ordinary keyboard: "łódź" is "lodz". */
export function plainLetters(lower: string): string {
  if (PLAIN.test(lower)) return lower;
  const letters = lower
    .normalize("NFKD")
    .toLowerCase()
    .replace(INVISIBLE, "")
    .replace(TATWEEL, "")
    .replace(MARKS, "")
    .normalize("NFC")
    .replace(LETTERS, (letter) => TYPED_AS.get(letter) ?? letter);
  return plainDigits(letters);
}

/** The text with the digits of every script, and small raised and lowered ones, as 0–9. */
export function plainDigits(text: string): string {
  return text.normalize("NFKC").replace(OTHER_DIGIT, plainDigit);
}

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}
