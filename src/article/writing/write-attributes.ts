import type { AttributedSpan, Attribution, Passage, Person, Section } from "../article.ts";
import type { Attribute } from "../markdown/read-braces.ts";

/** `{#fares by=renn kind=announcement key}`; "" if there are none. */
type Braces = string;

type Written = { readonly id: string | undefined; readonly publisher: Person | undefined };

export function passageBraces(passage: Passage, written: Written): Braces {
  return writeBraces(passageAttributes(passage, written));
}

/** The attributes of a passage that are not what would be read without them, in the order of docs/writing-articles.md. */
export function passageAttributes(passage: Passage, { id, publisher }: Written): Attribute[] {
  const { speaker, kind, lead, note, keywords } = passage;
  const isPublishers = speaker?.id === publisher?.id;
  return [
    ...given("id", id),
    ...given("by", isPublishers ? undefined : speaker?.id),
    ...given("kind", isPublishers && kind === "report" ? undefined : kind),
    ...quotedAttribute(passage),
    ...flag("key", passage.isKeyFact),
    ...given("lead", lead),
    ...given("note", note),
    ...given("keywords", keywords.length === 0 ? undefined : keywords.join(", ")),
    ...marks(passage),
  ];
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
  const attributes = [
    ...given("by", isSame ? undefined : span.speaker?.id),
    ...given("kind", span.kind === expected ? undefined : span.kind),
    ...quotedAttribute(span),
    ...marks(span),
  ];
  return writeBraces(attributes.length === 0 ? given("kind", span.kind) : attributes);
}

export function headingBraces({ summary, isProposed }: Section, id: string | undefined): Braces {
  return writeBraces([
    ...given("id", id),
    ...given("summary", summary),
    ...flag("proposed", isProposed),
  ]);
}

function given(name: string, value: string | undefined): Attribute[] {
  return value === undefined ? [] : [[name, value]];
}

function flag(name: string, isSet: boolean | undefined): Attribute[] {
  return isSet === true ? [[name, ""]] : [];
}

function quotedAttribute({ quoted }: Attribution): Attribute[] {
  if (quoted === "retold") return [];
  return [["quoted", quoted === "direct" ? "" : "mixed"]];
}

function marks({ isProposed, needsReview }: Pick<Passage, "isProposed" | "needsReview">) {
  return [...flag("proposed", isProposed), ...flag("review", needsReview)];
}

/** The inverse of `readBraces`. */
export function writeBraces(attributes: readonly Attribute[]): Braces {
  return attributes.length === 0 ? "" : `{${attributes.map(writeAttribute).join(" ")}}`;
}

/** Texts, as opposed to ids and words of a fixed set. */
const IN_QUOTES: ReadonlySet<string> = new Set(["lead", "note", "keywords", "summary"]);
const TO_ESCAPE = /["\\]/gu;

function writeAttribute([name, value]: Attribute): string {
  if (name === "id") return `#${value}`;
  if (IN_QUOTES.has(name)) return `${name}="${value.replaceAll(TO_ESCAPE, "\\$&")}"`;
  return value === "" ? name : `${name}=${value}`;
}
