import { z } from "zod";
import type { AttributedSpan, Attribution, Passage, Person } from "../article.ts";
import type { Block } from "../markdown/block-collector.ts";
import { validateAttributes } from "./validate-attributes.ts";
import { listNames, type ReportDiagnostic } from "../diagnostic.ts";
import type { BracketedSpan } from "../markdown/read-inline.ts";
import { mergeAttributes } from "../markdown/block-collector.ts";
import { SLUG, slugify, uniqueIds } from "../slug.ts";
import { plainTextField } from "../plain-text-field.ts";

/** Long enough to be telling, short enough to stand in a deep link beside the article's slug. */
const MAX_MADE_UP_ID = 24;

/** `quoted` is short for `quoted=direct`. */
export const quotedField = z
  .enum(["", "direct", "mixed"], "must be direct or mixed; `quoted` alone means `quoted=direct`")
  .transform((value) => (value === "" ? "direct" : value))
  .optional();

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
  key: z
    .literal("", "takes no value: write just `key`")
    .optional()
    .transform((value) => value === ""),
  lead: plainTextField.optional(),
  note: plainTextField.optional(),
  keywords: z
    .string()
    .default("")
    .transform((list) => list.split(",").flatMap((word) => word.trim() || [])),
});

/** What an editor may write in braces behind words in brackets. */
const spanAttributes = attributes.pick({ by: true, kind: true, quoted: true });

/** A translation gives a passage's words; who says it, and how, is said in the article. */
export const translatedAttributes = attributes.pick({
  id: true,
  lead: true,
  note: true,
  keywords: true,
});

type Speakers = {
  readonly people: ReadonlyMap<string, Person>;
  readonly publisher: Person | undefined;
  /** Whether somebody may be given in the front matter, where they cannot be read. */
  readonly isUnreadable: (id: string) => boolean;
  readonly report: ReportDiagnostic;
};

type Said = Partial<Pick<z.infer<typeof attributes>, "by" | "kind" | "quoted">>;

/** Reads paragraphs as passages, and remembers their ids so that two with the same one are told. */
export function passageReader(speakers: Speakers): (block: Block) => Passage {
  const { report } = speakers;
  const assignId = uniqueIds("passage", report);

  return (block) => {
    const { text, attributes: given, spans, keywords, line } = block;
    const data = validateAttributes({ of: "a passage", given }, attributes, report);
    const attribution = attributionOf(data, block, speakers);
    return {
      id: assignId(data.id, slugify(text, MAX_MADE_UP_ID), given.get("id")?.line ?? line),
      text,
      ...attribution,
      ...(spans.length > 0 && {
        spans: spans.map((span) => readSpan(span, attribution, speakers)),
      }),
      isKeyFact: data.key,
      ...(data.lead !== undefined && { lead: data.lead }),
      ...(data.note !== undefined && { note: data.note }),
      keywords: [...data.keywords, ...(keywords === undefined ? [] : [keywords])],
    };
  };
}

function attributionOf(
  { by, kind, quoted }: Said,
  { attributes: given, isFaulty, line: from }: Block,
  speakers: Speakers,
): Attribution {
  const { publisher, isUnreadable, report } = speakers;
  const line = given.get("by")?.line ?? from;
  const speaker = by === undefined ? publisher : findSpeaker(by, line, speakers);
  // A kind that is given and wrong has been told.
  const lacksKind = !given.has("kind") && !isFaulty && !isUnreadable(by ?? "");
  if (lacksKind && speaker !== publisher) {
    const kinds = "kind=opinion, kind=announcement or kind=report";
    report(line, `what \`${by}\` says needs a kind: add ${kinds}`);
  }
  return { speaker, kind: kind ?? "report", quoted: quoted ?? "retold" };
}

/**
 * What is not said of a span is as with the passage. Somebody else's words are an opinion unless
 * the editor says what they are: less cannot be claimed of them.
 */
function readSpan(span: BracketedSpan, passage: Attribution, speakers: Speakers): AttributedSpan {
  const { start, end, line } = span;
  const said = { of: "a span", given: mergeAttributes([span], speakers.report) };
  const { by, kind, quoted } = validateAttributes(said, spanAttributes, speakers.report);
  const speaker = by === undefined ? passage.speaker : findSpeaker(by, line, speakers);
  const usual = speaker === speakers.publisher ? "report" : "opinion";
  return {
    start,
    end,
    speaker,
    kind: kind ?? (speaker === passage.speaker ? passage.kind : usual),
    quoted: quoted ?? "retold",
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
