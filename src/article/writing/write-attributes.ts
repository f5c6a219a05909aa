import type { AttributedSpan, Attribution, Passage, Person, Section } from "../article.ts";

/** `{#fares by=renn kind=announcement key}`; "" if there are none. */
type Braces = string;

export function passageBraces(
  passage: Passage,
  { id, publisher }: { readonly id: string | undefined; readonly publisher: Person | undefined },
): Braces {
  const { speaker, kind, lead, note, keywords } = passage;
  const isPublishers = speaker?.id === publisher?.id;
  return inBraces([
    id === undefined ? "" : `#${id}`,
    isPublishers || !speaker ? "" : `by=${speaker.id}`,
    isPublishers && kind === "report" ? "" : `kind=${kind}`,
    quotedFlag(passage),
    passage.isKeyFact ? "key" : "",
    value("lead", lead),
    value("note", note),
    value("keywords", keywords.length === 0 ? undefined : keywords.join(", ")),
    ...marks(passage),
  ]);
}

/** The braces of a span are needed even if they are empty but for a mark. */
export function spanBraces(
  span: AttributedSpan,
  passage: Attribution,
  publisher: Person | undefined,
): Braces {
  const isSame = span.speaker?.id === passage.speaker?.id;
  const ownKind = span.speaker?.id === publisher?.id ? "report" : "opinion";
  const expected = isSame ? passage.kind : ownKind;
  const parts = [
    isSame || !span.speaker ? "" : `by=${span.speaker.id}`,
    span.kind === expected ? "" : `kind=${span.kind}`,
    quotedFlag(span),
    ...marks(span),
  ];
  const isBare = parts.every((part) => part === "");
  return inBraces(isBare ? [`kind=${span.kind}`] : parts);
}

export function headingBraces({ summary, isProposed }: Section, id: string | undefined): Braces {
  return inBraces([
    id === undefined ? "" : `#${id}`,
    value("summary", summary),
    isProposed ? "proposed" : "",
  ]);
}

function inBraces(parts: readonly string[]): Braces {
  const written = parts.filter((part) => part !== "");
  return written.length === 0 ? "" : `{${written.join(" ")}}`;
}

function quotedFlag({ quoted }: Attribution): string {
  if (quoted === "retold") return "";
  return quoted === "direct" ? "quoted" : "quoted=mixed";
}

function marks({ isProposed, needsReview }: Pick<Passage, "isProposed" | "needsReview">): string[] {
  return [isProposed ? "proposed" : "", needsReview ? "review" : ""];
}

const TO_ESCAPE = /["\\]/gu;

function value(name: string, text: string | undefined): string {
  return text === undefined ? "" : `${name}="${text.replaceAll(TO_ESCAPE, "\\$&")}"`;
}
