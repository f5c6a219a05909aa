import { isSameName, isSameWord } from "../../search/analysis/same-spelling.ts";
import type { Query } from "../../search/query/parse-query.ts";
import type { QueryWord } from "../../search/query/query-words.ts";
import { foldWord } from "../../text/words.ts";
import type { Correction } from "../answer.ts";

/**
 * What was read otherwise than written, if it was a slip: no other form or spelling of the word, and no word
 * of another language. `message`: what the reader wrote; earlier questions were told about earlier.
 */
export function correctionsIn(query: Query, message: string): readonly Correction[] {
  const { likelyPacks, pack, words } = query;
  if (likelyPacks[0] !== pack) return [];
  const typed = message.toLowerCase();
  return words.flatMap((queryWord) => {
    const { word, status, readAs } = queryWord;
    if (status !== "corrected" || readAs === undefined || !typed.includes(word.toLowerCase()))
      return [];
    return isSlip(queryWord, readAs, query) ? [{ word, readAs }] : [];
  });
}

function isSlip(
  { word, isName, names }: QueryWord,
  readAs: string,
  { pack, likelyPacks }: Query,
): boolean {
  const typed = foldWord(word);
  const isSame = isName || names.length > 0 ? isSameName : isSameWord;
  if (isSame(typed, readAs) || isOtherForm(typed, readAs, pack.endings)) return false;
  const related = likelyPacks.filter((other) => other !== pack && other.script === pack.script);
  return !related.some(({ rarity, terms }) => rarity.isWord(terms.of(word)));
}

/** Shorter ones may differ in more than their endings. */
const MIN_COMMON_LENGTH = 4;

/** Whether two words differ in nothing but the endings of their language. */
function isOtherForm(one: string, other: string, endings = ""): boolean {
  let common = 0;
  while (common < one.length && one[common] === other[common]) common += 1;
  if (common < MIN_COMMON_LENGTH) return false;

  const known = new Set(["", ...endings.split(" ")]);
  return known.has(one.slice(common)) && known.has(other.slice(common));
}
