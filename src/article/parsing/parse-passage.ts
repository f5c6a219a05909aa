import { z } from "zod";
import type { AttributedSpan, Attribution, Passage, Person } from "../article.ts";
import { validateAttributes } from "./validate-attributes.ts";
import { listNames, type ReportDiagnostic } from "../diagnostic.ts";
import type { BracketedSpan } from "../markdown/read-inline.ts";
import { mergeAttributes, type Block } from "../markdown/block-collector.ts";
import { SLUG, slugify, uniqueIds } from "../slug.ts";
import { plainTextField } from "../plain-text-field.ts";

/** Long enough to be readable, short enough for a deep link that also contains the article's slug. */
const MAX_DERIVED_ID = 24;

/** The id of a passage to which no editor gave one. */
export function derivedPassageId(text: string): string {
  return slugify(text, MAX_DERIVED_ID);
}

/** `quoted` is short for `quoted=direct`. */
export const quotedField = z
  .enum(["", "direct", "mixed"], "must be direct or mixed; `quoted` alone means `quoted=direct`")
  .transform((value) => (value === "" ? "direct" : value))
  .optional();

/** `key`, `proposed`: there or not. */
export function flag(name: string) {
  return z
    .literal("", `takes no value: write just \`${name}\``)
    .optional()
    .transform((value) => value === "");
}

const attributes = z.strictObject({
  id: z
    .string()
    .regex(SLUG, "must consist of lower-case Latin letters, digits and hyphens")
    .optional(),
  by: z.string().optional(),
  kind: z
    .enum(["opinion", "announcement", "report"], "must be opinion, announcement or report")
    .optional(),
  quoted: quotedField,
  key: flag("key"),
  proposed: flag("proposed"),
  review: flag("review"),
  lead: plainTextField.optional(),
  note: plainTextField.optional(),
  keywords: z.string().default("").transform(wordsOfList),
});

function wordsOfList(list: string): string[] {
  return list.split(",").flatMap((word) => word.trim() || []);
}

/** Attributes of a span. */
const spanAttributes = attributes.pick({
  by: true,
  kind: true,
  quoted: true,
  proposed: true,
  review: true,
});

/** A translation has a passage's words; its attribution comes from the article. */
export const translatedAttributes = attributes.pick({
  id: true,
  lead: true,
  note: true,
  keywords: true,
});

type Speakers = {
  readonly people: ReadonlyMap<string, Person>;
  readonly publisher: Person | undefined;
  /** Whether the person may be in a part of the front matter that could not be read. */
  readonly isUnreadable: (id: string) => boolean;
  readonly report: ReportDiagnostic;
};

type AttributionFields = Partial<Pick<z.infer<typeof attributes>, "by" | "kind" | "quoted">>;

/** Returns a function that reads paragraphs as passages and reports ids used twice. */
export function passageReader(speakers: Speakers): (block: Block) => Passage {
  const { report } = speakers;
  const assignId = uniqueIds("passage", report);

  return (block) => {
    const { text, attributes: given, spans, keywords, line } = block;
    const data = validateAttributes({ of: "a passage", given }, attributes, report);
    const attribution = attributionOf(data, block, speakers);
    return {
      id: assignId(data.id, derivedPassageId(text), given.get("id")?.line ?? line),
      text,
      ...attribution,
      ...(spans.length > 0 && {
        spans: spans.map((span) => readSpan(span, attribution, speakers)),
      }),
      isKeyFact: data.key,
      ...(data.lead !== undefined && { lead: data.lead }),
      ...(data.note !== undefined && { note: data.note }),
      keywords: [...data.keywords, ...wordsOfList(keywords ?? "")],
      ...proposalOf(data),
    };
  };
}

function proposalOf({
  proposed,
  review,
}: {
  readonly proposed: boolean;
  readonly review: boolean;
}) {
  return {
    ...(proposed && { isProposed: true as const }),
    ...(review && { needsReview: true as const }),
  };
}

function attributionOf(
  { by, kind, quoted }: AttributionFields,
  { attributes: given, isFaulty, line: from }: Block,
  speakers: Speakers,
): Attribution {
  const { publisher, isUnreadable, report } = speakers;
  const line = given.get("by")?.line ?? from;
  const speaker = by === undefined ? publisher : findSpeaker(by, line, speakers);
  // An invalid kind has already been reported.
  const lacksKind = !given.has("kind") && !isFaulty && !isUnreadable(by ?? "");
  if (lacksKind && speaker !== publisher) {
    const kinds = "kind=opinion, kind=announcement or kind=report";
    report(line, `what \`${by}\` says needs a kind: add ${kinds}`);
  }
  return { speaker, kind: kind ?? "report", quoted: quoted ?? "retold" };
}

/**
 * A span inherits its speaker from the passage, and its kind if the speaker is the same. Unless the editor says
 * otherwise, the publisher's words are a report and anybody else's an opinion, since that claims least.
 */
function readSpan(span: BracketedSpan, passage: Attribution, speakers: Speakers): AttributedSpan {
  const { start, end, line } = span;
  const group = { of: "a span", given: mergeAttributes([span], speakers.report) };
  const data = validateAttributes(group, spanAttributes, speakers.report);
  const { by, kind, quoted } = data;
  const speaker = by === undefined ? passage.speaker : findSpeaker(by, line, speakers);
  const defaultKind = speaker === speakers.publisher ? "report" : "opinion";
  return {
    start,
    end,
    speaker,
    kind: kind ?? (speaker === passage.speaker ? passage.kind : defaultKind),
    quoted: quoted ?? "retold",
    ...proposalOf(data),
  };
}

function findSpeaker(by: string, line: number, speakers: Speakers): Person | undefined {
  const { people, publisher, isUnreadable, report } = speakers;
  const speaker = people.get(by);
  if (!speaker && !isUnreadable(by)) {
    const names = listNames(people.keys());
    const who = names === "" ? "nobody is listed" : names;
    report(
      line,
      `speaker \`${by}\` is not listed under \`people\` (${who}): add them there, or correct the id`,
    );
  }
  return speaker ?? publisher;
}
