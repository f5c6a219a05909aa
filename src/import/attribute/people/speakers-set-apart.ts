import { areTogether, type Sentence, type Token } from "../read-text.ts";
import type { FigureMention } from "./speaker-of.ts";
import type { Figure } from "./people-of.ts";

/** A sentence with the names in it. */
export type NamedSentence = {
  readonly sentence: Sentence;
  readonly mentions: readonly FigureMention[];
};

/**
 * By sentence: the speaker whose name is set apart from the words, as in "SMITH: …" and "“…” — Ann Smith"; none for a sentence
 * that they do not concern.
 */
export function speakersSetApart(text: readonly NamedSentence[]): (Figure | undefined)[] {
  const speakers = transcriptSpeakers(text);
  for (const [at, named] of text.entries()) {
    const figure = signatureIn(named, text[at - 1]);
    if (!figure) continue;
    let first = at;
    while (first > 0 && isQuoted(text[first - 1]) && isSigned(text, first - 1, at)) first -= 1;
    for (let other = first; other <= at; other += 1) speakers[other] ??= figure;
  }
  return speakers;
}

/** A title in quotation marks: its last word is no end of a sentence. */
const TITLE = /[^.,!?…]["”»“]\s*$/u;

/** "“Pier to close” — Port Times, 3 May": what somebody else published, by its title. */
export function isCitation({ sentence, mentions }: NamedSentence): boolean {
  const { tokens } = sentence;
  const dash = tokens.findIndex(({ text, quotation }) => DASH.test(text) && quotation < 0);
  const title = tokens.slice(0, dash);
  return (
    sentence.isFirst &&
    dash > 0 &&
    title.every(({ quotation }) => quotation >= 0) &&
    TITLE.test(sentence.text.slice(0, title.at(-1)?.end)) &&
    mentions.some(
      ({ from, to, isBody }) =>
        from <= dash + 3 && to > dash && (isBody || tokens[to]?.text === ","),
    )
  );
}

/** Fewer turns are no conversation. */
const MIN_TURNS = 3;

function transcriptSpeakers(text: readonly NamedSentence[]): (Figure | undefined)[] {
  const turns = text.map(turnOf);
  if (turns.filter(Boolean).length < MIN_TURNS) return text.map(() => undefined);
  let speaker: Figure | undefined;
  return turns.map((turn, at) => {
    if (turn) speaker = turn;
    else if (text[at]?.sentence.isFirst === true && !isQuoted(text[at])) speaker = undefined;
    return speaker;
  });
}

const IN_CAPITALS = /^[^\p{Ll}]+$/u;

/** "SMITH: …", in quotation marks or not. */
function turnOf({ sentence, mentions }: NamedSentence): Figure | undefined {
  if (!sentence.isFirst) return undefined;
  const [mention] = mentions;
  if (!mention || sentence.tokens[mention.to]?.text !== ":") return undefined;
  const isFirst = sentence.tokens.slice(0, mention.from).every(({ isWord }) => !isWord);
  return isFirst && IN_CAPITALS.test(mention.text) ? mention.figure : undefined;
}

const DASH = /^[-–—―~]$/u;
/** A name and a role; more is a sentence. */
const LONGEST_SIGNATURE = 12;

/** "— Ann Smith, teacher" after a quotation, or "Ann Smith, teacher" in a line of its own below one. */
function signatureIn(
  { sentence, mentions }: NamedSentence,
  before: NamedSentence | undefined,
): Figure | undefined {
  const { tokens } = sentence;
  const dash = tokens.findLastIndex(({ text }) => DASH.test(text));
  const start = dash < 0 ? 0 : dash + 1;
  const mention = mentions.find(({ from }) => from === start);
  if (!mention || mention.isBody || tokens.length - start > LONGEST_SIGNATURE) return undefined;
  const rest = tokens.slice(mention.to);
  const [next] = rest;
  if (next && next.text !== "," && next.text !== "(" && next.text !== ".") return undefined;
  if (rest.some(({ quotation }) => quotation >= 0)) return undefined;
  if (dash > 0) return endsQuotation(tokens.slice(0, dash)) ? mention.figure : undefined;
  if (dash === 0) return isQuoted(before) ? mention.figure : undefined;
  const standsAlone =
    sentence.isFirst && before !== undefined && !areTogether(before.sentence, sentence);
  return standsAlone && isQuoted(before) && tokens.at(-1)?.text !== "."
    ? mention.figure
    : undefined;
}

function endsQuotation(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  return last !== undefined && last.quotation >= 0 && (tokens[0]?.quotation ?? -1) >= 0;
}

function isQuoted(named: NamedSentence | undefined): boolean {
  const tokens = named?.sentence.tokens ?? [];
  return (tokens[0]?.quotation ?? -1) >= 0 && (tokens.at(-1)?.quotation ?? -1) >= 0;
}

/** Whether a sentence belongs to the quotation that is signed: the same paragraph, or the one above a line of its own. */
function isSigned(text: readonly NamedSentence[], at: number, signed: number): boolean {
  const paragraph = text[at]?.sentence.pieces[0]?.paragraph ?? 0;
  const own = text[signed]?.sentence.pieces[0]?.paragraph ?? 0;
  return paragraph === own || (text[signed]?.sentence.isFirst === true && paragraph === own - 1);
}
