import type { Outcome } from "../../answer/answer-question.ts";
import type { Findings } from "../../search/findings.ts";
import { ASKED_FOR, listed, OVERVIEWS, SMALL_TALK } from "./explanation-words.ts";

/** How a message was read, in sentences. */
export function readingOf(outcome: Outcome): string[] {
  const { question, asked, intent, findings } = outcome;
  const { query } = findings;
  const isRewritten = folded(asked) !== folded(question) && intent.kind !== "small-talk";
  const earlier = intent.kind === "passage" ? query.background.map(({ word }) => word) : [];
  return [
    `Read as ${intentWords(outcome)}.`,
    ...(isRewritten ? [`In full: “${asked}”`] : []),
    ...(earlier.length > 0
      ? [`It continues the chat, so ${listed(earlier)} count a little, too.`]
      : []),
  ];
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function intentWords({ intent, findings }: Outcome): string {
  switch (intent.kind) {
    case "small-talk":
      return SMALL_TALK[intent.topic] ?? "small talk";
    case "overview":
      return `a wish to see ${OVERVIEWS[intent.of] ?? "a list from the article"}`;
    case "source":
      return "a question about where the article comes from";
    case "points":
      return `a wish to see all that ${intent.person.name} says`;
    case "person":
      return `a question about who ${intent.person.name} is`;
    case "which-person":
      return `a question about a name that ${listed(
        intent.people.map(({ name }) => name),
        false,
      )} share`;
    case "no-articles":
      return "a question to articles of a time or by a publisher that there are none of";
    case "statements":
      return `a question about what was said ${intent.request.about}, over time`;
    case "about":
      return `a question about anything on ${intent.person.name}`;
    case "more":
      return "a wish to read on after the passage shown last";
    case "bare":
      return "a question word alone, asked of the passage shown last";
    case "listed":
      return "a choice from the last list";
    case "speaker":
      return intent.statement === ""
        ? "a question about who says the passage shown last"
        : `a question about who says “${intent.statement}”`;
    case "passage":
      return questionWords(findings, intent.speakers ?? []);
  }
}

function questionWords(
  { query }: Findings,
  speakers: readonly { readonly name: string }[],
): string {
  const type = ASKED_FOR[query.answerType];
  const names = speakers.map(({ name }) => name);
  const others = query.people.map(({ name }) => name).filter((name) => !names.includes(name));
  return [
    type === undefined ? "a question to the article" : `a question for ${type}`,
    names.length > 0 ? `for the words of ${listed(names, false)} only` : "",
    others.length > 0 ? `about ${listed(others, false)}` : "",
  ]
    .filter(Boolean)
    .join(", ");
}
