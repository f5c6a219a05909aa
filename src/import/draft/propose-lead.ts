import type { LanguagePack } from "../../languages/language-pack.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { plainField } from "./plain-field.ts";

/** What a card can show in bold on a line or two. */
const MAX_LEAD = 60;
const MIN_LEAD = 12;
/** Commas within numbers and dates separate nothing. */
const CLAUSE_END = /[,;:](?=\s)|\s[—–]\s/gu;
const NUMBER = /\p{Nd}/u;
const EDGES = /^[\s"“„«'‘(]+|[\s.!?…,;:"”»'’)]+$/gu;
/** "10 a.m" has a dot of its own. */
const ABBREVIATION = /\.\p{L}$/u;
const STARTS_SENTENCE = /^[\p{Lu}\p{Lo}\p{Nd}]/u;
/** Quotations, addresses and remarks need what stands around them. */
const NOT_ALONE = /["“”„«»@#()[\]]|^[—–-]/u;

/**
 * The telling words of a passage: its first clause with a date, a number or a decision that is short enough
 * and can be read alone. Always words of the passage.
 */
export function proposeLead(text: string, pack: LanguagePack): string | undefined {
  for (const [start, end] of sentencesIn(text)) {
    const sentence = text.slice(start, end);
    if (pack.hangingStart.test(sentence)) continue;
    const [clause = ""] = sentence.split(CLAUSE_END);
    const words = clause.replaceAll(EDGES, "");
    const lead = ABBREVIATION.test(words) && clause.includes(`${words}.`) ? `${words}.` : words;
    if (lead.length > MAX_LEAD || lead.length < MIN_LEAD || NOT_ALONE.test(clause.trim())) continue;
    if (!STARTS_SENTENCE.test(lead) || pack.facts.aside.test(lead)) continue;
    if (isTelling(lead, pack) && lead !== text) return plainField(lead);
  }
  return undefined;
}

function isTelling(words: string, { facts, datesIn }: LanguagePack): boolean {
  return NUMBER.test(words) || facts.decision.test(words) || datesIn(words).length > 0;
}

const MAX_SUMMARY = 140;
const MIN_PASSAGES = 3;
const ENDS_SENTENCE = /[.!?…]$/u;

/** A section's first sentence, if it is short, says something alone and the section has more to say. */
export function proposeSummary(
  passages: readonly string[],
  pack: LanguagePack,
): string | undefined {
  const [first = ""] = passages;
  const [start, end] = sentencesIn(first)[0] ?? [0, 0];
  const sentence = first.slice(start, end).trim();
  const isUsable = sentence.length <= MAX_SUMMARY && sentence.length >= MIN_LEAD;
  if (!isUsable || passages.length < MIN_PASSAGES || pack.hangingStart.test(sentence))
    return undefined;
  const isWhole = ENDS_SENTENCE.test(sentence) && !NOT_ALONE.test(sentence);
  return isWhole ? plainField(sentence) : undefined;
}
