import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../../../answer/answer.ts";
import type { Article } from "../../../article/article.ts";
import { voicesIn, wordsOf, type Voice } from "../../../article/voices.ts";
import { snippetVoice } from "../../../search/snippet-voice.ts";
import { capitalise, lines, NOTHING, truncate } from "../reply.ts";
import type { Wording } from "../../wording/wording.ts";

/** More would fill the message; who else speaks is named without more. */
const MOST_LINES = 6;

/**
 * Speaker, capacity · kind · quoted or retold: of the words that answer. Where others speak in the
 * passage as well, each has a line with the words that are theirs.
 */
export function attributionLines(
  citation: Citation,
  wording: Wording,
  { isShort = false }: { readonly isShort?: boolean } = {},
): FormattedString {
  const { article, passage } = citation;
  const voices = voicesIn(passage);
  const telling = snippetVoice(citation);
  const others = voices.filter((voice) => !isSame(voice, telling));
  const lineOf = (voice: Voice, label: string) =>
    FormattedString.italic(labelled(label, describe(voice, article, { wording, isShort })));
  if (others.length === 0) return lineOf(telling, "");

  const labelOf = (voice: Voice) =>
    isOwn(voice, citation) ? wording.card.rest : shortWords(voice, citation, wording);
  return lines(
    lineOf(telling, isOwn(telling, citation) ? "" : labelOf(telling)),
    ...others.slice(0, MOST_LINES).map((voice) => lineOf(voice, labelOf(voice))),
    namesOf(others.slice(MOST_LINES)),
  );
}

function namesOf(voices: readonly Voice[]): FormattedString {
  const names = new Set(voices.flatMap(({ speaker }) => speaker?.name ?? []));
  return names.size === 0 ? NOTHING : FormattedString.italic(`… ${[...names].join(", ")}`);
}

/** "Ann Other, opinion": in a list, where the card is a press away. */
export function shortAttribution(citation: Citation, { card: { kinds } }: Wording): string {
  const { speaker, kind } = snippetVoice(citation);
  return speaker ? `${capitalise(speaker.name)}, ${kinds[kind]}` : kinds[kind];
}

/** How the words came here; a retelling is never passed off as somebody's exact words. */
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

function labelled(label: string, said: string): string {
  return label === "" ? capitalise(said) : `${label}: ${said}`;
}

type Described = { readonly wording: Wording; readonly isShort: boolean };

function describe(voice: Voice, article: Article, { wording, isShort }: Described): string {
  const who = whoSays(voice, isShort);
  const kind = wording.card.kinds[voice.kind];
  const manner = quotedOrRetold(voice, article, wording) ?? "";
  return [who, kind, manner].filter((part) => part !== "").join(" · ");
}

function whoSays({ speaker }: Voice, isShort: boolean): string {
  if (!speaker) return "";
  const name = capitalise(speaker.name);
  return isShort ? name : `${name}, ${speaker.capacity}`;
}

/** Enough to find the words again in the passage above. */
const MAX_WORDS = 48;
const MARKS_AROUND = /^["“„«]+|[.,]*["”“»]+[.,]*$|[.,]+$/gu;
const QUOTATION_MARK = /["“”„«»]/u;

/** Words that are quoted in part keep their own marks: around all of them they would quote too much. */
function shortWords(voice: Voice, { passage }: Citation, wording: Wording): string {
  const words = wordsOf(voice, passage);
  const bare = words.replace(MARKS_AROUND, "");
  return QUOTATION_MARK.test(bare)
    ? truncate(words.replace(FINAL_STOP, ""), MAX_WORDS)
    : wording.card.fragment(truncate(bare, MAX_WORDS));
}

const FINAL_STOP = /[.,]+$/u;

/** Whether a voice is the passage's own, which speaks wherever nobody else is named. */
function isOwn({ speaker, kind, quoted }: Voice, { passage }: Citation): boolean {
  return speaker === passage.speaker && kind === passage.kind && quoted === passage.quoted;
}

function isSame({ ranges }: Voice, other: Voice): boolean {
  return ranges[0]?.[0] === other.ranges[0]?.[0];
}
