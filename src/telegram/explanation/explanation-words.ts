/** Words for the parts of an explanation, for editors: the page, the terminal and /trace say the same. */
import type { AnswerType } from "../../languages/answer-type.ts";
import type { OverviewAnswer } from "../../answer/answer.ts";
import type { Wording } from "../wording/wording.ts";

/** What a question of this type asks for; nothing where it asks for nothing in particular. */
export const ASKED_FOR: Readonly<Record<AnswerType, string | undefined>> = {
  time: "a date or a time",
  person: "a person or a body",
  number: "a number",
  duration: "a length of time",
  place: "a place",
  reason: "a reason",
  manner: "a way of doing something",
  anything: undefined,
};

export const OVERVIEWS: Readonly<Partial<Record<OverviewAnswer["of"], string>>> &
  Readonly<Record<string, string>> = {
  sections: "an overview of the article",
  points: "the main points of the article",
  "key-facts": "the key facts",
  dates: "the dates in the article",
  people: "the people in the article",
  library: "the articles to ask about",
};

/** What a message says that asks nothing of an article. */
export const SMALL_TALK: Readonly<Record<string, string>> = {
  greeting: "a greeting",
  thanks: "thanks",
  goodbye: "a goodbye",
  identity: "a question about the bot itself",
  abilities: "a question about what the bot can do",
  feelings: "a question about how the bot is",
  agreement: "agreement",
  address: "a message with nothing but a link or a name",
  elsewhere: "something that no article answers",
  "no-words": "a message without words",
};

/** “one”, “two” and “three”. */
export function listed(words: readonly string[], quotes = true): string {
  const shown = words.map((word) => (quotes ? `“${word}”` : word));
  const last = shown.at(-1) ?? "";
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(", ")} and ${last}`;
}

/** Of other replies it says nothing: they show no passage, or show it by rule. */
const SHOWS_BEST_MATCH: ReadonlySet<string> = new Set(["answered", "unsure", "menu"]);

/** How often such a match is right; nothing if the number would mean nothing. */
export function sureness(
  { kind, confidence }: { readonly kind: string; readonly confidence: number },
  { operator }: Pick<Wording, "operator">,
): string | undefined {
  const percent = Math.min(99, Math.round(confidence * 100));
  return percent > 0 && SHOWS_BEST_MATCH.has(kind) ? operator.sureness(percent) : undefined;
}

/** A name of `replyName`, or its name in the question log if that is from another version. */
export function replyWords(kind: string, { operator }: Pick<Wording, "operator">): string {
  return operator.replies[kind] ?? kind;
}
