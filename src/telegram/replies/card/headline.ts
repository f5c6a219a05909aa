import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../../../answer/answer.ts";
import { voicesIn, wordsOf } from "../../../article/voices.ts";
import { snippetVoice } from "../../../search/snippet-voice.ts";
import { FOLDED_FROM } from "./quotation.ts";
import { NOTHING, truncate } from "../reply.ts";

const MAX_HEADLINE = 90;

/**
 * A passage in one line, for titles: its lead, or the beginning of its words. The lead is about
 * the passage's own speaker; for anyone else in it, their words are used.
 */
export function headlineOf(citation: Citation): string {
  return leadOf(citation) ?? truncate(wordsOfSpeaker(citation), MAX_HEADLINE);
}

/**
 * The bold line above the quotation: the lead, or the sentence that answers if Telegram folds the
 * quotation. A short passage without a lead needs none.
 */
export function cardHeadline(citation: Citation): FormattedString {
  const lead = leadOf(citation);
  if (lead !== undefined) return FormattedString.bold(lead);
  const { passage, snippet } = citation;
  if (passage.text.length <= FOLDED_FROM || !snippet) return NOTHING;
  const sentence = passage.text.slice(...snippet.sentence);
  return FormattedString.bold(truncate(sentence, MAX_HEADLINE));
}

export function leadOf(citation: Citation): string | undefined {
  const { passage } = citation;
  return snippetVoice(citation).speaker === passage.speaker ? passage.lead : undefined;
}

function wordsOfSpeaker(citation: Citation): string {
  const { passage } = citation;
  if (voicesIn(passage).length === 1) return passage.text;
  return wordsOf(snippetVoice(citation), passage);
}
