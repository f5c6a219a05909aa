import type { Person } from "../../article/article.ts";
import { foldName } from "../../article/fold-name.ts";
import type {
  LanguagePack,
  RequestForms,
  RequestWords,
  SmallTalkTopic,
  WordSet,
} from "../../languages/language-pack.ts";
import { wordsBesideNames, type Query } from "../../search/query/parse-query.ts";
import type { NamedPerson } from "../../search/query/query-words.ts";
import { foldWord, hasWords, wordsIn } from "../../text/words.ts";
import type { StatementsRequest } from "../archive/statements-request.ts";
import type { Citation, OverviewAnswer, PassageAnswer } from "../answer.ts";
import type { ResolvedQuestion } from "../conversation/resolve-question.ts";
import { asksForWords, startOfTopic } from "./asks-for-words.ts";
import { namesakesIn, namesOneOnly } from "./namesakes.ts";
import { smallTalkIn } from "./small-talk.ts";
import { speakerMention } from "./speaker-asked-about.ts";

/** The first is the one whom the question asks about. */
export type Speakers = readonly [Person, ...Person[]];

/** What kind of reply a question wants. */
export type Intent =
  | { readonly kind: "small-talk"; readonly topic: SmallTalkTopic }
  /** `speakers`: only their words will do; several if the question names them side by side. */
  | { readonly kind: "passage"; readonly speakers?: Speakers }
  /** Who makes a statement; an empty one stands for the last passage shown. */
  | { readonly kind: "speaker"; readonly statement: string }
  | { readonly kind: "points"; readonly person: Person }
  | { readonly kind: "person"; readonly person: Person }
  /** Who of these people is meant? They share the name in the question. */
  | { readonly kind: "which-person"; readonly people: readonly Person[] }
  /** "What about them?": anything about them or by them. */
  | { readonly kind: "about"; readonly person: Person }
  | { readonly kind: "overview"; readonly of: OverviewAnswer["of"] }
  | { readonly kind: "source" }
  /** Asked of articles that there are none of. */
  | { readonly kind: "no-articles" }
  /** What was said about something over time. */
  | { readonly kind: "statements"; readonly request: StatementsRequest }
  /** The passage after the last one shown. */
  | { readonly kind: "more" }
  /** "When?", asked of the last passage shown. */
  | { readonly kind: "bare" }
  /** A passage picked from the last list, or who says it. */
  | {
      readonly kind: "listed";
      readonly citation: Citation;
      readonly asksFor: PassageAnswer["asksFor"];
    };

type IntentSource = Pick<
  ResolvedQuestion,
  | "typed"
  | "isAddress"
  | "text"
  | "background"
  | "isBare"
  | "picked"
  | "statement"
  | "pack"
  | "article"
  | "statements"
  | "scope"
>;

/** Recognises a request if all its words belong to it or add nothing, which covers its many wordings. */
export function intentOf(question: IntentSource, query: Query): Intent {
  const { typed, isAddress, text, background, isBare, picked, statement, pack } = question;
  if (isAddress === true) return { kind: "small-talk", topic: "address" };
  const topic = smallTalkIn(typed, pack);
  const mayBeAsked = topic === "elsewhere" || topic === "complaint";
  if (topic && !(mayBeAsked && isOnTopic(query))) return { kind: "small-talk", topic };
  if (picked) {
    const asksFor = statement === undefined ? "passage" : "speaker";
    return { kind: "listed", citation: picked, asksFor };
  }
  const scoped = question.scope && scopedIntent(question.scope);
  if (scoped) return scoped;
  if (question.statements) return { kind: "statements", request: question.statements };
  if (isBare) return { kind: "bare" };
  if (statement !== undefined) return intentOnStatement(statement, pack);

  const allWords = query.words.map(({ word }) => foldWord(word));
  // "What did he write?" asks for somebody's words.
  const isOfSomebody = text.search(pack.followUps.personalPronoun) >= 0;
  if (!isOfSomebody && isOnly(allWords, pack.words, pack.words.source)) return { kind: "source" };
  if (query.people.length === 0 && namesAuthor(allWords, question)) return { kind: "source" };

  const otherWords = wordsBesideNames(query).map(({ word }) => foldWord(word));
  const request = { text, query, otherWords, isFollowUp: background !== undefined, pack };
  return query.people.length === 0 ? generalIntent(request) : intentOnPeople(request);
}

function scopedIntent({
  articles,
  isList,
}: NonNullable<IntentSource["scope"]>): Intent | undefined {
  if (articles.length === 0) return { kind: "no-articles" };
  return isList ? { kind: "overview", of: "library" } : undefined;
}

/** "Ann Lee", "who is Ann Lee?": the author, whom only the source names. */
function namesAuthor(words: readonly string[], { article, pack }: IntentSource): boolean {
  const { author } = article?.source ?? {};
  if (author === undefined) return false;
  const names = new Set(wordsIn(author).map(({ text }) => pack.terms.of(text)));
  const others = words.filter((word) => !names.has(pack.terms.of(word)));
  return others.length < words.length && isOnly(others, pack.words);
}

/** "Who says what in the article?" asks for everybody who speaks in it. */
function intentOnStatement(statement: string, { words }: LanguagePack): Intent {
  const stated = wordsIn(statement).map(({ text }) => foldWord(text));
  if (!isOnly(stated, words)) return { kind: "speaker", statement };
  const isAboutText = stated.some((word) => words.text.has(word));
  return isAboutText ? { kind: "overview", of: "people" } : { kind: "speaker", statement: "" };
}

/** About one person; if several share the name, asks which of them is meant. */
function intentOnPeople(request: Request): Intent {
  const { text, query, pack } = request;
  const [first, ...rest] = query.people;
  if (first && rest.length === 0) return intentOnPerson(first, request);

  const asPassage = passageIntent(text, query, pack);
  const namesakes = namesakesIn(query, asPassage.speakers?.[0]);
  const [person, ...others] = namesakes;
  if (!person) return asPassage;

  const intent = namesOneOnly(query) ? intentOnPerson(person, request) : asPassage;
  if (intent.kind === "passage" && !intent.speakers) return intent;
  // Of people with the very same name, what is asked about tells which of them is meant.
  const isTold =
    intent.kind === "passage" && request.otherWords.length > 0 && haveOneName(namesakes);
  if (isTold) return { ...intent, speakers: [person, ...others] };
  if (others.length > 0) return { kind: "which-person", people: namesakes };
  if (intent.kind !== "passage") return intent;
  return { ...intent, speakers: [person, ...(intent.speakers ?? []).slice(1)] };
}

function haveOneName([first, ...others]: readonly Person[]): boolean {
  const name = foldName(first?.name ?? "");
  return others.length > 0 && others.every((one) => foldName(one.name) === name);
}

/** "How is the weather?" is no small talk if the article has the weather. Across languages, only a rare word tells. */
function isOnTopic({ words, pack, likelyPacks }: Query): boolean {
  const isTranslated = likelyPacks[0] !== pack;
  return words.some(
    ({ status, isEveryday, isRare }) => status === "known" && (isTranslated ? isRare : !isEveryday),
  );
}

/** Wants a passage; if the question asks for somebody's words, only theirs. */
export function passageIntent(
  text: string,
  { mentions }: Query,
  { speech, requests }: LanguagePack,
): Extract<Intent, { kind: "passage" }> {
  const speaker = speakerMention(text, mentions, speech);
  if (!speaker) return { kind: "passage" };

  const beside = mentions
    .filter((other) => areJoined(speaker, other, text, requests))
    .map(({ person }) => person);
  return { kind: "passage", speakers: [speaker.person, ...beside] };
}

/** "Ann and Bob", "Ann, Bob". */
function areJoined(
  one: NamedPerson,
  other: NamedPerson,
  text: string,
  { between }: RequestForms,
): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return first.end < second.start && between.test(text.slice(first.end, second.start));
}

type Request = {
  readonly text: string;
  readonly query: Query;
  /** Content words that name nobody, folded. */
  readonly otherWords: readonly string[];
  readonly isFollowUp: boolean;
  readonly pack: LanguagePack;
};

function generalIntent({ text, query, otherWords, isFollowUp, pack }: Request): Intent {
  const { words, requests } = pack;
  const asksFor = (core: WordSet) => isOnly(otherWords, words, core);
  if (requests.otherArticles.test(text)) return { kind: "overview", of: "library" };
  if (requests.asksForMore.test(text)) return { kind: "more" };
  const asksForSource = requests.whereFrom.test(text) || requests.byWhom.test(text);
  if (asksForSource && isOnly(otherWords, words)) return { kind: "source" };
  if (asksFor(words.fact)) return { kind: "overview", of: "key-facts" };
  if (asksFor(words.date) || requests.whatWhen.test(text)) return { kind: "overview", of: "dates" };
  if (asksFor(words.people) || pack.speech.asksForAll.test(text))
    return { kind: "overview", of: "people" };
  if (asksFor(words.mainPoint)) return { kind: "overview", of: "points" };
  if (asksFor(words.overview)) return { kind: "overview", of: "sections" };
  // After a passage, "what was it about?" asks for that passage.
  const namesText = otherWords.some((word) => words.text.has(word));
  const isAboutText = requests.aboutNothingElse.test(text) && (namesText || !isFollowUp);
  if (isAboutText && isOnly(otherWords, words)) return { kind: "overview", of: "sections" };
  return passageIntent(text, query, pack);
}

function intentOnPerson(person: Person, request: Request): Intent {
  const { text, query, otherWords, isFollowUp, pack } = request;
  const { words, requests } = pack;
  const [mention] = query.mentions;
  const before = text.slice(0, mention?.start);
  const after = text.slice(mention?.end);
  const asksWho =
    (requests.asksWho.test(before) && requests.nothingAfter.test(after)) ||
    (!hasWords(before) && requests.asksWhoAfter.test(after));
  const asksForIdentity =
    requests.asksWhat.test(before) && isOnly(otherWords, words, words.identity);
  const isSpeaker = speakerMention(text, query.mentions, pack.speech) !== undefined;
  if (asksWho || (asksForIdentity && !isSpeaker)) return { kind: "person", person };

  const namesNoTopic = isOnly(otherWords, words) || isOnly(otherWords, words, words.point);
  if (namesNoTopic && asksForWords(query, pack)) {
    const isTopic = mention && mention.start >= startOfTopic(text, requests.beforeTopic);
    return isTopic ? { kind: "about", person } : { kind: "points", person };
  }
  if (!requests.onlyNames.test(before) || hasWords(after)) return passageIntent(text, query, pack);
  const isAbout = isFollowUp || requests.whatAbout.test(before);
  return { kind: isAbout ? "about" : "person", person };
}

/** "In 3 points". */
const FIGURE = /^\d{1,2}$/u;

/** Whether every word is a core or a filler word; if there is a core, at least one has to be from it. */
function isOnly(
  words: readonly string[],
  { stopWord, text, filler }: RequestWords,
  core?: WordSet,
): boolean {
  const isCore = (word: string) => core?.has(word) ?? false;
  const isFiller = (word: string) =>
    FIGURE.test(word) || stopWord.has(word) || text.has(word) || filler.has(word);
  return words.every((word) => isCore(word) || isFiller(word)) && (!core || words.some(isCore));
}
