import type { Range } from "./ranges.ts";

const CLOSING = `["'”’»)\\]」』）]*`;
/**
 * End marks with closing quotes, then space, then something that can start a sentence; end marks of scripts
 * without capitals and spaces; or a line break.
 */
const SENTENCE_END = new RegExp(
  `(?<![.!?…])[.!?…]+${CLOSING}\\s+(?=["'“‘«([¿¡]*[\\p{Lu}\\p{Lo}\\p{N}])|[。！？｡]+${CLOSING}|[؟۔।॥։።။។]+${CLOSING}\\s*|\\n+`,
  "gu",
);

/** A dot after these, or after a single capital, is part of the word. */
const ABBREVIATION =
  /(?:^|[\s("“«])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Gen|Col|Capt|Lt|Maj|Gov|Sen|Rep|Rev|Hon|Sgt|No|vs|etc|cf|ca|c|d|b|r|fl|e\.g|i\.e|al|им|г|гг|т\.е|т\.к|р|рр|ст)\.\s+$/u;
/** Before a name, as in "вул. Лісова"; metres and seconds follow a number. */
const CYRILLIC_ABBREVIATION =
  /(?:^|[\s("“«])(?:вул|ул|просп|пр|пл|бул|пров|пер|проф|акад|доц|ген|св|ім|тов|див|см|рис|мал|стор|стр|напр|т\.\s?(?:ч|н|зв)|(?<!\p{Nd}\s?)[мс])\.\s+$/u;
/** Before a number: "15 тис. 300", "буд. 5", "Jan. 2027", "p. 12". */
const BEFORE_NUMBER =
  /(?:^|[\s("“«])(?:тис|тыс|млн|млрд|буд|д|кв|каб|гл|розд|разд|п|пп|ч|№|табл|прибл|тел|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд|янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|pp?|[Ff]ig|Figs|[Vv]ol|Art|Ch|[Aa]pprox)\.\s+$/u;
const NUMBER = /^\p{Nd}/u;
/** "U.S.", "P.R.C.": ends a sentence only before a word that hardly ever follows a name in one. */
const INITIALS = /(?:^|[\s("“«])(?:\p{Lu}\.){2,}\s+$/u;
const OPENING_WORD =
  /^(?:The|An?|He|She|It|They|We|You|I|In|On|At|But|And|This|That|These|Those|There|When|If|As)\s/u;

export function sentencesIn(text: string): Range[] {
  const sentences: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (isWithinSentence(text, start, end)) continue;
    sentences.push([start, match.index + match[0].trimEnd().length]);
    start = end;
  }
  if (start < text.length) sentences.push([start, text.length]);
  return sentences;
}

/** The longest abbreviation, and the space behind it. */
const REACH = 16;

function isWithinSentence(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start, end - REACH), end);
  if (ABBREVIATION.test(before) || CYRILLIC_ABBREVIATION.test(before)) return true;
  if (BEFORE_NUMBER.test(before) && NUMBER.test(text.slice(end, end + 1))) return true;
  return INITIALS.test(before) && !OPENING_WORD.test(text.slice(end, end + REACH));
}
