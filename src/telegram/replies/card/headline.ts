import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../../../answer/answer.ts";
import { voicesIn, wordsOf } from "../../../article/voices.ts";
import { snippetVoice } from "../../../search/snippet-voice.ts";
import { FOLDED_FROM } from "./quotation.ts";
import { NOTHING, truncate } from "../reply.ts";

const MAX_TOPIC = 90;

/**
 * What a passage says, in a line: the editors' lead, or how its words begin. A lead is about whose
 * passage it is; of somebody else in it their own words are given.
 */
export function headlineOf(citation: Citation): string {
  return leadOf(citation) ?? truncate(wordsMeant(citation), MAX_TOPIC);
}

/**
 * The lead, or the words that answer where the quotation is folded above them. A short passage without
 * a lead needs no line: its words stand right below.
 */
export function cardHeadline(citation: Citation): FormattedString {
  const lead = leadOf(citation);
  if (lead !== undefined) return FormattedString.bold(lead);
  const { passage, snippet } = citation;
  if (passage.text.length <= FOLDED_FROM || !snippet) return NOTHING;
  const sentence = passage.text.slice(...snippet.sentence);
  return FormattedString.bold(truncate(sentence, MAX_TOPIC));
}

function leadOf(citation: Citation): string | undefined {
  const { passage } = citation;
  return snippetVoice(citation).speaker === passage.speaker ? passage.lead : undefined;
}

function wordsMeant(citation: Citation): string {
  const { passage } = citation;
  if (voicesIn(passage).length === 1) return passage.text;
  return wordsOf(snippetVoice(citation), passage);
}
