/**
 * Forms of a Ukrainian word → one stem, by rules alone: no free stemmer of Ukrainian is known. Two
 * words that fall together by chance do little harm, forms of one word that stay apart do.
 */
export function stemUkrainian(folded: string): string {
  const plain = folded.replaceAll("'", "");
  let stem = (SHORT_FORMS.get(plain) ?? plain).replace(REFLEXIVE, "");
  for (let shorter = withoutEnding(stem); shorter !== stem; shorter = withoutEnding(stem)) {
    stem = shorter;
  }
  return stem
    .replace(FLEETING_VOWEL, "")
    .replace(DOUBLED_LETTER, "")
    .replace(LAST_VOWEL, "о")
    .replace(LAST_LETTER, (letter) => LEVELLED[letter] ?? letter);
}

/** Too short for an ending to be told from the word. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  ["дня", "дню", "дні", "днів", "дням", "днями", "днях", "днем"].map((form) => [form, "день"]),
);

/** "Зустрінеться", "змінилася". */
const REFLEXIVE = /(?<=\p{L}{3})(?:ться|тись|тися|ся|сь)$/u;

const VERB =
  "(?:[ую]ва|[аяиіїую])(?:ти(?:м(?:у|еш|е|емо|ете|уть))?|в(?:ши)?|л[аои]|н(?:ня|ню|ні|ням|о))|ен(?:ня|ню|ні|ням|о)|[ую]?(?:[юу]ть|[єеи]мо|[єеи]те)|[яаєеиї]ть|[ую]є";
const ADJECTIVE = "ого|ього|ому|ьому|ими|іми|їми|ий|ій|їй|их|іх|їх|ої|ьої|ою|ьою";
const NOUN =
  "ами|ями|ові|еві|єві|ов|ев|єв|ам|ям|ах|ях|ом|ем|єм|им|ім|їм|ею|єю|ів|їв|ей|[аяуюоеєиіїйь]";

/** The longest that leaves three letters; tried again and again, as a bare stem may look like a form. */
const ENDING = new RegExp(`(?<=^\\p{L}{3,})(?:${VERB}|${ADJECTIVE}|${NOUN})$`, "u");

function withoutEnding(word: string): string {
  return word.replace(ENDING, "");
}

/** Клочок – Клочка, березень – березня. */
const FLEETING_VOWEL = /(?<=^\p{L}{2,}[бвгґджзклмнпрстфхцчшщ])[оеє](?=[кцн]$)/u;

/** Зустріч – зустріччю. */
const DOUBLED_LETTER = /(?<=(\p{L}))\1$/u;

/** Рік – року, міст – мосту, осінь – осені, Київ – Києва: the vowel before the last consonants. */
const LAST_VOWEL = /[іо](?=[бвгґджзйклмнпрстфхцчшщ]{1,2}$)|[еєї](?=[бвгґджзйклмнпрстфхцчшщ]$)/u;

/** Рука – руці, допомогти – допоможе, писати – пише. */
const LAST_LETTER = /[цчзжсш]$/u;
const LEVELLED: Readonly<Record<string, string>> = {
  ц: "к",
  ч: "к",
  з: "г",
  ж: "г",
  с: "х",
  ш: "х",
};
