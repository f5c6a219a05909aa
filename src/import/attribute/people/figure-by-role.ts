import type { Token } from "../read-text.ts";
import type { WordTests } from "../word-lists.ts";
import type { Figure } from "./people-of.ts";
import type { Told } from "./speaker-of.ts";

/** In a language without articles, a role of so few words means somebody told of before. */
const WORDS_OF_ROLE = 2;
/** "експерти", "эксперты": several, so nobody told of before. */
const PLURAL = /(?:и|і|ї|ы)$/u;
/** After "according to". */
const GENITIVE_PLURAL = /(?:ів|їв|ов|ев|ей|ых|их)$/u;
/** "слідства", "обвинение": no person. */
const ABSTRACT = /(?:ств[оауі]|нн[яі]|ни[еяю]|іст[ьі]|ост[ьи]|ці[яїю]|ци[яию]|о)$/u;
const FEMALE = /(?:к[аиіуоы]\p{L}{0,2}|ц[яіюеыуаи]\p{L}?|ин[яіюи]\p{L}?)$/u;

/** Whom "the spokeswoman" means, or "речниця", if it was told who has that role, or who spoke last. */
export function figureByRole(
  named: readonly Token[],
  told: Told,
  words: WordTests,
): Figure | undefined {
  const [first] = named;
  const role = named.find(({ lower }) => words.roles(lower));
  if (!first || words.unknown(first.lower)) return undefined;
  if (role && (words.known(first.lower) || (!told.hasArticles && named.length <= WORDS_OF_ROLE))) {
    const known = told.recent.find(({ capacity }) => hasWord(capacity, role.lower, told));
    if (known) return known;
  }
  if (told.hasArticles || named.length > (role ? WORDS_OF_ROLE : 1)) return undefined;
  return lastPerson(role ?? first, told, words);
}

/** Somebody whose role was not told, in a language without articles: the last person who may have it. */
function lastPerson(
  { text, lower: role, start }: Token,
  told: Told,
  words: WordTests,
): Figure | undefined {
  const isPlural = (told.isGenitive ? GENITIVE_PLURAL : PLURAL).test(role);
  const isName = start > 0 && text.toLowerCase() !== text;
  if (isPlural || isName || ABSTRACT.test(role) || words.bodies(role)) return undefined;
  // "Биолог" may be a woman, "наставница" is no man.
  const isWoman = !told.isGenitive && FEMALE.test(role);
  const fits = (figure: Figure) =>
    !figure.isBody && figure.words.length > 1 && !(isWoman && figure.gender === "he");
  if (told.lastSpeaker && fits(told.lastSpeaker)) return told.lastSpeaker;
  return told.recent.find(fits);
}

function hasWord(text: string | undefined, word: string, { keyOf }: Told): boolean {
  const key = keyOf(word);
  return text !== undefined && text.split(/[^\p{L}]+/u).some((one) => keyOf(one) === key);
}
