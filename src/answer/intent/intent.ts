import type { Person } from "../../article/article.ts";
import { type Query, wordsBesideNames } from "../../search/query/parse-query.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import type { Citation, OverviewAnswer } from "../answer.ts";
import type { ResolvedQuestion } from "../conversation/resolve-question.ts";
import { askedOfSpeaker } from "./speaker-asked-about.ts";
import type { RequestWords, LanguagePack, WordSet } from "../../languages/language-pack.ts";

/** What a question wants to be given. */
export type Intent =
  | { readonly kind: "passage" }
  /** Who says it; `rest` is what was said, empty where what was shown last is meant. */
  | { readonly kind: "speaker"; readonly rest: string }
  | { readonly kind: "points"; readonly person: Person }
  | { readonly kind: "person"; readonly person: Person }
  /** "What about them?": what is said of them, or by them. */
  | { readonly kind: "about"; readonly person: Person }
  | { readonly kind: "overview"; readonly of: OverviewAnswer["of"] }
  | { readonly kind: "source" }
  /** The passage after the one shown last. */
  | { readonly kind: "more" }
  /** "When?": of what was shown last. */
  | { readonly kind: "bare" }
  /** One of those listed last. */
  | { readonly kind: "listed"; readonly citation: Citation };

/** What a reader may leave out or say in other words, so that an intent has many forms. */
export function intentOf(question: ResolvedQuestion): Intent {
  const { text, background, picked, isBare, pack, findings } = question;
  if (picked) return { kind: "listed", citation: picked };
  if (isBare) return { kind: "bare" };

  const rest = askedOfSpeaker(text, pack.speech);
  if (rest !== undefined) return { kind: "speaker", rest };

  const { query } = findings;
  const all = query.words.map(({ word }) => foldWord(word));
  const { words } = pack;
  if (isOnly(all, words, words.source)) return { kind: "source" };

  const said = contentWords(query);
  const asked = { text, query, said, refersBack: background !== undefined, pack };
  const [person, ...others] = query.people;
  if (!person) return generalIntent(asked);
  return others.length === 0 ? intentOnPerson(person, asked) : { kind: "passage" };
}

type Asked = {
  readonly text: string;
  readonly query: Query;
  /** Words that carry meaning and name nobody, folded. */
  readonly said: readonly string[];
  readonly refersBack: boolean;
  readonly pack: LanguagePack;
};

function generalIntent({ text, said, refersBack, pack }: Asked): Intent {
  const { words, requests } = pack;
  const namesText = said.some((word) => words.text.has(word));
  const asksFor = (core: WordSet) => isOnly(said, words, core);
  if (requests.goesOn.test(text)) return { kind: "more" };
  const isOfSource = requests.whereFrom.test(text) || requests.byWhom.test(text);
  if (isOfSource && isOnly(said, words)) return { kind: "source" };
  if (asksFor(words.fact)) return { kind: "overview", of: "key-facts" };
  if (asksFor(words.date)) return { kind: "overview", of: "dates" };
  if (asksFor(words.people)) return { kind: "overview", of: "people" };
  if (asksFor(words.overview)) return { kind: "overview", of: "sections" };
  // "What was it about?" behind a passage asks for that passage.
  const isAboutText = requests.aboutNothingElse.test(text) && (namesText || !refersBack);
  if (isAboutText && isOnly(said, words)) return { kind: "overview", of: "sections" };
  return { kind: "passage" };
}

function intentOnPerson(person: Person, { text, query, said, refersBack, pack }: Asked): Intent {
  const { words, requests } = pack;
  const [mention] = query.mentions;
  const before = text.slice(0, mention?.start);
  const behind = text.slice(mention?.end);
  const asksWho =
    (requests.asksWho.test(before) && requests.nothingBehind.test(behind)) ||
    (!hasWords(before) && requests.asksWhoBehind.test(behind));
  const asksOfThem = requests.asksWhat.test(before) && isOnly(said, words, words.identity);
  if (asksWho || asksOfThem) return { kind: "person", person };

  const spoken = wordsIn(text).some((word) => words.speech.has(foldWord(word.text)));
  const isOnlySpoken = isOnly(said, words) || isOnly(said, words, words.point);
  if (spoken && isOnlySpoken) return { kind: "points", person };
  if (!requests.onlyNames.test(before) || hasWords(behind)) return { kind: "passage" };
  const isAbout = refersBack || requests.whatAbout.test(before);
  return { kind: isAbout ? "about" : "person", person };
}

function hasWords(text: string): boolean {
  return wordsIn(text).length > 0;
}

/** Words that carry meaning and name nobody, folded. */
function contentWords(query: Query): string[] {
  return wordsBesideNames(query).map(({ word }) => foldWord(word));
}

/** Whether all that is said says nothing, or is of the set and at least one word is. */
function isOnly(
  said: readonly string[],
  { small, text, filler }: RequestWords,
  core?: WordSet,
): boolean {
  const isCore = (word: string) => core?.has(word) ?? false;
  const isIdle = (word: string) => small.has(word) || text.has(word) || filler.has(word);
  return said.every((word) => isCore(word) || isIdle(word)) && (!core || said.some(isCore));
}
