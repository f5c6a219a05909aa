/**
 * Reduces the forms of a Ukrainian word to one stem by rules; we know of no free Ukrainian stemmer. Giving
 * two words the same stem does little harm; giving one word two stems does.
 */
export function stemUkrainian(folded: string): string {
  const plain = folded.replaceAll("'", "");
  if (FORM_OF_TOWN.test(plain)) return "міст";
  let stem = (SHORT_FORMS.get(plain) ?? plain).replace(REFLEXIVE, "");
  const isOfLetters = ONLY_LETTERS.test(stem);
  if (isOfLetters) stem = withoutEndings(stem).replace(FLEETING_VOWEL, "");
  return stem
    .replace(DOUBLED_LETTER, "")
    .replace(LAST_VOWEL, "о")
    .replace(LAST_LETTER, (letter) => NORMALIZED[letter] ?? letter);
}

/** Too short for the ending rules. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  ["дня", "дню", "дні", "днів", "дням", "днями", "днях", "днем"].map((form) => [form, "день"]),
);

/** Місто, whose vowel never changes, unlike that of міст – мосту, a bridge. */
const FORM_OF_TOWN = /^міст(?:о|а|у|ом|і|ам|ами|ах)$/u;

/** "Зустрінеться", "змінилася". */
const REFLEXIVE = /(?<=\p{L}{3})(?:ться|тись|тися|ся|сь)$/u;

const VERB =
  "(?:[ую]ва|[аяиіїую])(?:ти(?:м(?:у|еш|е|емо|ете|уть))?|в(?:ши)?|л[аои]|н(?:ня|ню|ні|ням|о))|ен(?:ня|ню|ні|ням|о)|[ую]?(?:[юу]ть|[єеи]мо|[єеи]те)|[яаєеиї]ть|[ую]є";
const ADJECTIVE = "ого|ього|ому|ьому|ими|іми|їми|ий|ій|їй|их|іх|їх|ої|ьої|ою|ьою";
const NOUN =
  "ами|ями|ові|еві|єві|ов|ев|єв|ам|ям|ах|ях|ом|ем|єм|им|ім|їм|ею|єю|ів|їв|ей|[аяуюоеєиіїйь]";

const ONLY_LETTERS = /^\p{L}+$/u;

/** Stripping an ending leaves at least this many letters. */
const MIN_STEM_LENGTH = 3;
/** "Уватимемо". */
const MAX_ENDING_LENGTH = 9;
const ENDING = new RegExp(`(?<=\\p{L}{${MIN_STEM_LENGTH}})(?:${VERB}|${ADJECTIVE}|${NOUN})$`, "u");

/** Strips the longest ending repeatedly, because a stem may look like an inflected form. */
function withoutEndings(word: string): string {
  for (let stem = word; ;) {
    // Searches only where an ending can begin, not from every letter.
    const from = Math.max(0, stem.length - MAX_ENDING_LENGTH - MIN_STEM_LENGTH);
    const at = stem.slice(from).search(ENDING);
    if (at < 0) return stem;
    stem = stem.slice(0, from + at);
  }
}

/** Клочок – Клочка, березень – березня. */
const FLEETING_VOWEL = /(?<=\p{L}{2}[бвгґджзклмнпрстфхцчшщ])[оеє](?=[кцн]$)/u;

/** Зустріч – зустріччю. */
const DOUBLED_LETTER = /(?<=(\p{L}))\1$/u;

/** Рік – року, міст – мосту, осінь – осені, Київ – Києва: the vowel before the last consonants. */
const LAST_VOWEL = /[іо](?=[бвгґджзйклмнпрстфхцчшщ]{1,2}$)|[еєї](?=[бвгґджзйклмнпрстфхцчшщ]$)/u;

/** Рука – руці, допомогти – допоможе, писати – пише. */
const LAST_LETTER = /[цчзжсш]$/u;
const NORMALIZED: Readonly<Record<string, string>> = {
  ц: "к",
  ч: "к",
  з: "г",
  ж: "г",
  с: "х",
  ш: "х",
};
