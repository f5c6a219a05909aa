import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../../../answer/answer.ts";
import type { Article } from "../../../article/article.ts";
import { voicesIn, wordsOf, type Voice } from "../../../article/voices.ts";
import { snippetVoice } from "../../../search/snippet-voice.ts";
import { capitalise, lines, NOTHING, truncate } from "../reply.ts";
import type { Wording } from "../../wording/wording.ts";

/** More lines would fill the message; further speakers are only named. */
const MAX_LINES = 6;

/**
 * "Speaker, capacity · kind · quoted or retold", for the words that answer. Everyone else who speaks in
 * the passage has a line too, labelled with their words.
 */
export function attributionLines(
  citation: Citation,
  wording: Wording,
  { isShort = false }: { readonly isShort?: boolean } = {},
): FormattedString {
  const { passage } = citation;
  const voices = voicesIn(passage);
  const answering = snippetVoice(citation);
  const others = voices.filter((voice) => !isSame(voice, answering));
  const line = (voice: Voice, words: string) =>
    FormattedString.italic(labelled(words, describe(voice, citation, { wording, isShort })));
  if (others.length === 0) return line(answering, "");

  const label = (voice: Voice) =>
    isOwn(voice, citation) ? wording.card.rest : fragmentOf(voice, citation, wording);
  return lines(
    line(answering, isOwn(answering, citation) ? "" : label(answering)),
    ...others.slice(0, MAX_LINES).map((voice) => line(voice, label(voice))),
    namesOf(others.slice(MAX_LINES)),
  );
}

/** The line of the speaker whose words answer, as on a card. */
export function answeringLine(citation: Citation, wording: Wording): FormattedString {
  const voice = snippetVoice(citation);
  const described = describe(voice, citation, { wording, isShort: false });
  return FormattedString.italic(capitalise(described));
}

function namesOf(voices: readonly Voice[]): FormattedString {
  const names = new Set(voices.flatMap(({ speaker }) => speaker?.name ?? []));
  return names.size === 0 ? NOTHING : FormattedString.italic(`… ${[...names].join(", ")}`);
}

/** Somebody speaks, and no editor has said who: nothing is claimed of the speaker. */
export function isUnmarked({ article, passage }: Pick<Citation, "article" | "passage">): boolean {
  return article.othersWords?.has(passage.id) === true;
}

/** "Ann Other, opinion", in a list of passages. */
export function shortAttribution(citation: Citation, { card }: Wording): string {
  const { kinds, articlesText } = card;
  if (isUnmarked(citation)) return capitalise(articlesText);
  const { speaker, kind } = snippetVoice(citation);
  return speaker ? `${capitalise(speaker.name)}, ${kinds[kind]}` : kinds[kind];
}

/** Never passes off a retelling as someone's exact words. Nothing for a publisher's own narration. */
export function quotedOrRetold(
  { speaker, quoted }: Voice,
  { text, source }: Article,
  wording: Wording,
): string | undefined {
  const isDigest = text === "digest";
  switch (quoted) {
    case "direct":
      return isDigest ? wording.card.quotedInDigest : wording.card.quoted;
    case "mixed":
      return isDigest ? wording.card.partlyQuotedInDigest : wording.card.partlyQuoted;
    case "retold":
      if (isDigest) return wording.card.retoldInDigest;
      return speaker?.id === source.publisher?.id ? undefined : wording.card.retold;
  }
}

function labelled(label: string, text: string): string {
  return label === "" ? capitalise(text) : `${label}: ${text}`;
}

type DescribeOptions = { readonly wording: Wording; readonly isShort: boolean };

/** Who says it, its kind, and whether it is quoted or retold. */
function describe(voice: Voice, citation: Citation, { wording, isShort }: DescribeOptions): string {
  const { card } = wording;
  const who = isUnmarked(citation)
    ? [card.articlesText]
    : [speakerAndCapacity(voice, isShort), card.kinds[voice.kind]];
  const how = quotedOrRetold(voice, citation.article, wording) ?? "";
  return [...who, how].filter((part) => part !== "").join(" · ");
}

function speakerAndCapacity({ speaker }: Voice, isShort: boolean): string {
  if (!speaker) return "";
  const name = capitalise(speaker.name);
  return isShort || speaker.capacity === undefined ? name : `${name}, ${speaker.capacity}`;
}

/** In characters: enough to find the words in the passage above. */
const MAX_FRAGMENT = 48;
const SURROUNDING_MARKS = /^["“„«]+|[.,]*["”“»]+[.,]*$|[.,]+$/gu;
const QUOTATION_MARK = /["“”„«»]/u;
const FINAL_STOP = /[.,]+$/u;

/** Partly quoted words keep their own marks: marks around all of them would quote too much. */
function fragmentOf(voice: Voice, { passage }: Citation, wording: Wording): string {
  const words = wordsOf(voice, passage);
  const bare = words.replace(SURROUNDING_MARKS, "");
  return QUOTATION_MARK.test(bare)
    ? truncate(words.replace(FINAL_STOP, ""), MAX_FRAGMENT)
    : wording.card.fragment(truncate(bare, MAX_FRAGMENT));
}

/** The passage's own voice speaks wherever no one else is named. */
function isOwn({ speaker, kind, quoted }: Voice, { passage }: Citation): boolean {
  return speaker === passage.speaker && kind === passage.kind && quoted === passage.quoted;
}

function isSame({ ranges }: Voice, other: Voice): boolean {
  return ranges[0]?.[0] === other.ranges[0]?.[0];
}
