import type { Person } from "../article/article.ts";
import type { Query } from "../search/question.ts";
import { foldWord, wordsIn } from "../search/words.ts";
import type { OverviewAnswer } from "./answer.ts";
import type { AskedQuestion } from "./asked-question.ts";
import { askedOfSpeaker } from "./speech.ts";
import * as vocabulary from "./vocabulary.ts";

/** What a question wants to be given. */
export type Request =
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
  | { readonly kind: "more" };

/** What a reader may leave out or say in other words, so that a request has many forms. */
export function readRequest({ text, background, findings }: AskedQuestion): Request {
  const rest = askedOfSpeaker(text);
  if (rest !== undefined) return { kind: "speaker", rest };

  const { query } = findings;
  const all = query.words.map(({ word }) => foldWord(word));
  if (isOnly(all, vocabulary.SOURCE_WORDS)) return { kind: "source" };

  const asked = { text, query, words: contentWords(query), refersBack: background !== undefined };
  const [person, ...others] = query.people;
  if (!person) return readGeneralRequest(asked);
  return others.length === 0 ? readRequestOn(person, asked) : { kind: "passage" };
}

type Asked = {
  readonly text: string;
  readonly query: Query;
  /** Words that carry meaning and name nobody, folded. */
  readonly words: readonly string[];
  readonly refersBack: boolean;
};

/** "What is this about?" and "tell me about the article", with nothing named that it could be about. */
const ABOUT_NOTHING_ELSE = /\babout\W*$|\babout (?:this|the|that|your)\b/iu;
const WHERE_FROM = /^(?:and )?where (?:is|does|did|was|do)\b.*\b(?:from|published)\W*$/iu;
const BY_WHOM = /\bwho (?:is|was)(?: (?:it|this|that|the \w+))? by\W*$/iu;
const GOES_ON =
  /^(?:(?:and|what|tell|show|me|anything|something|is|there|please|go|read) ?)*(?:more|else|next|on|continue|further)\W*$/iu;

function readGeneralRequest({ text, words, refersBack }: Asked): Request {
  const namesText = words.some((word) => vocabulary.TEXT_WORDS.has(word));
  if (GOES_ON.test(text)) return { kind: "more" };
  if ((WHERE_FROM.test(text) || BY_WHOM.test(text)) && isOnly(words)) return { kind: "source" };
  if (isOnly(words, vocabulary.FACT_WORDS)) return { kind: "overview", of: "key-facts" };
  if (isOnly(words, vocabulary.DATE_WORDS)) return { kind: "overview", of: "dates" };
  if (isOnly(words, vocabulary.PEOPLE_WORDS)) return { kind: "overview", of: "people" };
  if (isOnly(words, vocabulary.OVERVIEW_WORDS)) return { kind: "overview", of: "sections" };
  // "What was it about?" behind a passage asks for that passage.
  if (ABOUT_NOTHING_ELSE.test(text) && isOnly(words) && (namesText || !refersBack)) {
    return { kind: "overview", of: "sections" };
  }
  return { kind: "passage" };
}

const ASKS_WHO =
  /^(?:and |so |but )?(?:(?:please )?(?:tell me|do you know|explain) )?(?:who|what)(?:['’]?s| is| are| was)?(?: this| that| exactly)?(?: the| an?)? ?$/iu;
const ASKS_WHAT = /\b(?:who|what|which)\b/iu;
const NOTHING_BEHIND = /^(?: is| was| exactly| actually)?(?:\W*$|[,;]| and | or )/iu;
const ONLY_NAMES = /^(?:and |but |so )?(?:what about |how about |about )?(?:the )?$/iu;
const WHAT_ABOUT = /\babout (?:the )?$/iu;

function readRequestOn(person: Person, { text, query, words, refersBack }: Asked): Request {
  const [mention] = query.mentions;
  const before = text.slice(0, mention?.start);
  const behind = text.slice(mention?.end);
  const asksWho = ASKS_WHO.test(before) && NOTHING_BEHIND.test(behind);
  const asksOfThem = ASKS_WHAT.test(before) && isOnly(words, vocabulary.IDENTITY_WORDS);
  if (asksWho || asksOfThem) return { kind: "person", person };

  const spoken = wordsIn(text).some((word) => vocabulary.SPEECH_WORDS.has(foldWord(word.text)));
  const isOnlySpoken = isOnly(words) || isOnly(words, vocabulary.POINT_WORDS);
  if (spoken && isOnlySpoken) return { kind: "points", person };
  if (!ONLY_NAMES.test(before) || !/^\W*$/u.test(behind)) return { kind: "passage" };
  if (refersBack) return { kind: "points", person };
  return WHAT_ABOUT.test(before) ? { kind: "about", person } : { kind: "person", person };
}

/** Words that carry meaning and name nobody, folded. */
function contentWords({ words, mentions }: Query): string[] {
  return words
    .filter((word) => !mentions.some(({ start, end }) => word.start >= start && word.end <= end))
    .map(({ word }) => foldWord(word));
}

/** Whether all words say nothing, or are of the set and at least one is. */
function isOnly(words: readonly string[], core?: ReadonlySet<string>): boolean {
  const isCore = (word: string) => core?.has(word) ?? false;
  return words.every((word) => isCore(word) || isIdle(word)) && (!core || words.some(isCore));
}

function isIdle(word: string): boolean {
  return vocabulary.TEXT_WORDS.has(word) || vocabulary.FILLER_WORDS.has(word);
}
