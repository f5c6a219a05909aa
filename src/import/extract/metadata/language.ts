import { FUNCTION_WORDS } from "../../../languages/function-words.ts";
import { foldWord, wordsIn } from "../../../text/words.ts";
import { languageOf } from "../../../languages/language-of.ts";

const CODE = /^[a-z]{2,3}(?=$|[-_])/iu;
const NAMES: Readonly<Record<string, string>> = { english: "en", ukrainian: "uk", russian: "ru" };
const MAX_CHARACTERS = 4000;
/** The commonest words make up more than this of an ordinary text. */
const MIN_SHARE = 0.12;
/** A language with less than this of what another has is not the text's. */
const MIN_RATIO = 0.5;

/**
 * The language of an article: the first stated one that its words do not contradict, since templates often
 * state the language of another site.
 */
export function articleLanguage(
  stated: readonly (string | undefined)[],
  paragraphs: readonly string[],
): string {
  const codes = stated.flatMap((text) => codeIn(text) ?? []);
  if (isCyrillic(paragraphs)) {
    const own = languageOf(paragraphs);
    return codes.find((code) => code === own || OTHER_CYRILLIC.has(code)) ?? own;
  }
  const shares = sharesOf(paragraphs);
  const [found] = [...shares].toSorted(([, one], [, other]) => other - one);
  if (!found || found[1] < MIN_SHARE) return codes[0] ?? languageOf(paragraphs);
  const isPossible = (code: string) => (shares.get(code) ?? found[1]) >= found[1] * MIN_RATIO;
  return codes.find(isPossible) ?? found[0];
}

/** Languages that the bot does not know, so that the page is believed. */
const OTHER_CYRILLIC = new Set("bg be sr mk kk ky mn tg".split(" "));
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LETTER = /\p{L}/gu;

function isCyrillic(paragraphs: readonly string[]): boolean {
  const text = paragraphs.join("\n").slice(0, MAX_CHARACTERS);
  const letters = text.match(LETTER)?.length ?? 0;
  return (text.match(CYRILLIC)?.length ?? 0) > letters / 2;
}

function codeIn(text: string | undefined): string | undefined {
  const code = text === undefined ? undefined : CODE.exec(text.trim())?.[0]?.toLowerCase();
  return code ?? (text === undefined ? undefined : NAMES[text.trim().toLowerCase()]);
}

/** How much of a text is made up of the commonest words of each language. */
function sharesOf(paragraphs: readonly string[]): Map<string, number> {
  const words = wordsIn(paragraphs.join("\n").slice(0, MAX_CHARACTERS));
  const folded = words.map((word) => foldWord(word.text));
  return new Map(
    Object.entries(FUNCTION_WORDS).map(([code, list]) => {
      const own = new Set(list.split(" "));
      return [code, folded.filter((word) => own.has(word)).length / Math.max(1, folded.length)];
    }),
  );
}
