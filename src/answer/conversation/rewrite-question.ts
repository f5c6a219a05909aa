import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Query } from "../../search/query/parse-query.ts";
import type { NamedPerson } from "../../search/query/query-words.ts";
import { mainQuery, type ParsedQuestion } from "../../search/query/parse-question.ts";
import { saysAllOf } from "../../search/says-all-of.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import type { Citation } from "../answer.ts";
import { speakerMention } from "../intent/speaker-asked-about.ts";
import { isTopicOnly } from "../intent/topic-only.ts";
import type { ResolvedContext } from "./resolve-context.ts";

/** Folds a message for the turn patterns, which expect no punctuation. */
function foldMessage(message: string): string {
  return wordsIn(message)
    .map(({ text }) => foldWord(text))
    .join(" ");
}

/** The suggested question if the message says yes to it, otherwise the message. */
export function acceptSuggestion(
  message: string,
  { offered: [suggested] }: ResolvedContext,
  { turns }: LanguagePack,
): string {
  return suggested !== undefined && turns.yes.test(foldMessage(message)) ? suggested : message;
}

/** The passage of the last list that a message picks: "the second one", "the previous one". */
export function pickFromList(
  message: string,
  { listed, passage }: ResolvedContext,
  { turns }: LanguagePack,
): Citation | undefined {
  const folded = foldMessage(message);
  const current = listed.findIndex((one) => one.passage === passage?.passage);
  if (turns.previous.test(folded)) return listed[current - 1];

  const ordinal = turns.ordinal(folded);
  if (ordinal === undefined) return undefined;
  return ordinal < 0 ? listed.at(ordinal) : listed[ordinal - 1];
}

export type Conversation = {
  readonly context: ResolvedContext;
  readonly pack: LanguagePack;
  readonly parse: (text: string) => ParsedQuestion;
};

/**
 * Completes a question that corrects the previous one ("no, I meant Pym") or asks the same of another
 * person or topic ("and on parking?"). Any other question is returned as it is.
 */
export function rewriteQuestion(question: string, conversation: Conversation): string {
  const { context, pack } = conversation;
  const correction = pack.turns.correction.exec(question)?.[0];
  const whatAbout = pack.turns.whatAbout.exec(question)?.[0];
  const opening = correction ?? whatAbout ?? pack.turns.and.exec(question)?.[0];
  if (opening === undefined && !context.isWhichAsked) return question;

  const previous = previousQuestion(conversation);
  if (opening === undefined)
    return askOfAnotherPerson(question, previous, conversation) ?? question;
  const rest = question.slice(opening.length);
  if (correction !== undefined) return askOfAnotherPerson(rest, previous, conversation) ?? rest;

  const isAboutPerson = previous?.speaker ?? (context.person && !context.passage);
  const rewritten = isAboutPerson ? askOfAnotherPerson(rest, previous, conversation) : undefined;
  const isNewTopicLikely = whatAbout !== undefined;
  return rewritten ?? askOnAnotherTopic(rest, previous, conversation, isNewTopicLikely) ?? question;
}

type PreviousQuestion = {
  readonly text: string;
  readonly query: Query;
  /** The mention of the person whose words it asked for. */
  readonly speaker?: NamedPerson;
};

function previousQuestion({ context, pack, parse }: Conversation): PreviousQuestion | undefined {
  const { asked: text } = context;
  if (text === undefined) return undefined;
  const query = mainQuery(parse(text));
  const speaker = speakerMention(text, query.mentions, pack.speech);
  return { text, query, ...(speaker && { speaker }) };
}

/** The previous question with another name in it, if `rest` is just a name. */
function askOfAnotherPerson(
  rest: string,
  previous: PreviousQuestion | undefined,
  { pack, parse }: Conversation,
): string | undefined {
  const { mentions, words } = mainQuery(parse(rest));
  const [name, ...others] = mentions;
  const isNameOnly = words.every(({ start }) => name && start >= name.start && start < name.end);
  const replaced = previous?.speaker ?? previous?.query.mentions[0];
  if (!previous || !replaced || !name || others.length > 0 || !isNameOnly) return undefined;

  const { text } = previous;
  const { start, end } = replaced;
  const replacement = pack.turns.inPlaceOf(text.slice(start, end), name.person.name);
  return `${text.slice(0, start)}${replacement}${text.slice(end)}`;
}

/**
 * Asks what the same person says about another topic. If the message may just as well open a new topic, the
 * person has to have said something about it.
 */
function askOnAnotherTopic(
  topic: string,
  previous: PreviousQuestion | undefined,
  { pack, parse }: Conversation,
  isNewTopicLikely: boolean,
): string | undefined {
  const person = previous?.speaker?.person;
  const parsed = parse(topic);
  if (!person || !isTopicOnly(mainQuery(parsed), pack)) return undefined;
  if (isNewTopicLikely && !saysAllOf(parsed, person.id)) return undefined;
  return pack.turns.saysAbout(person.name, topic);
}
