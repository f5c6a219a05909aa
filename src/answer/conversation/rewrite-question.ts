import type { NamedPerson, Query } from "../../search/query/parse-query.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import type { Citation } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import type { ResolvedContext } from "./resolve-context.ts";
import { speakerMention } from "../intent/speaker-asked-about.ts";
import { isTopicAlone } from "./topic-alone.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";

/** A whole message as the forms of turns read it. */
function folded(message: string): string {
  return wordsIn(message)
    .map(({ text }) => foldWord(text))
    .join(" ");
}

/** The question that was offered where a message takes it up, else the message. */
export function acceptOffer(
  message: string,
  { offered: [offered] }: ResolvedContext,
  { turns }: LanguagePack,
): string {
  return offered !== undefined && turns.yes.test(folded(message)) ? offered : message;
}

/** The passage of the list shown last that a message names by its place in it. */
export function pickFromList(
  message: string,
  { listed, passage }: ResolvedContext,
  { turns }: LanguagePack,
): Citation | undefined {
  const text = folded(message);
  const here = listed.findIndex((one) => one.passage === passage?.passage);
  if (turns.previous.test(text)) return listed[here - 1];

  const ordinal = turns.ordinal(text);
  if (ordinal === undefined) return undefined;
  return ordinal < 0 ? listed.at(ordinal) : listed[ordinal - 1];
}

type Talk = {
  readonly before: ResolvedContext;
  readonly library: ArticleLibrary;
  readonly pack: LanguagePack;
};

/** A question that mends the one before, or asks the same of another, in full; else as it stands. */
export function rewriteQuestion(question: string, talk: Talk): string {
  const { turns } = talk.pack;
  const correction = turns.correction.exec(question)?.[0];
  if (correction !== undefined) {
    const meant = question.slice(correction.length);
    return askedOfAnother(meant, talk) ?? meant;
  }
  const opening = (turns.whatAbout.exec(question) ?? turns.and.exec(question))?.[0];
  if (opening === undefined) return question;

  const rest = question.slice(opening.length);
  const isOfSomebody = speakerBefore(talk) || (talk.before.person && !talk.before.passage);
  const full = isOfSomebody ? askedOfAnother(rest, talk) : undefined;
  return full ?? saidOnAnother(rest, talk, turns.whatAbout.test(question)) ?? question;
}

/** The question before with another name in it, where `rest` is a name and no more. */
function askedOfAnother(rest: string, talk: Talk): string | undefined {
  const { asked } = talk.before;
  const { mentions, words } = read(rest, talk);
  const [name, ...others] = mentions;
  const isNameAlone = words.every(({ start }) => name && start >= name.start && start < name.end);
  if (asked === undefined || !name || others.length > 0 || !isNameAlone) return undefined;

  const replaced = speakerBefore(talk) ?? read(asked, talk).mentions[0];
  if (!replaced) return undefined;
  const { start, end } = replaced;
  const instead = talk.pack.turns.inPlaceOf(asked.slice(start, end), name.person.name);
  return `${asked.slice(0, start)}${instead}${asked.slice(end)}`;
}

/** What was asked of somebody, on another topic; `isMild`: only where they say something on it. */
function saidOnAnother(topic: string, talk: Talk, isMild: boolean): string | undefined {
  const speaker = speakerBefore(talk)?.person;
  const query = read(topic, talk);
  if (!speaker || !isTopicAlone(query, talk.pack)) return undefined;

  const question = talk.pack.turns.saysAbout(speaker.name, topic);
  const [said] = talk.library.search(question, { ...scopeOf(talk), speakers: [speaker.id] }).hits;
  const isSaid = query.words.every(({ term }) => said?.matchedTerms.includes(term));
  return isMild && !isSaid ? undefined : question;
}

/** Where the question before names whom it asked for words of. */
function speakerBefore(talk: Talk): NamedPerson | undefined {
  const { asked } = talk.before;
  if (asked === undefined) return undefined;
  return speakerMention(asked, read(asked, talk).mentions, talk.pack.speech);
}

function read(text: string, talk: Talk): Query {
  return talk.library.search(text, scopeOf(talk)).query;
}

function scopeOf({ before: { article } }: Talk) {
  return article ? { article: article.slug } : {};
}
