import { z } from "zod";
import type { Passage, Person } from "./article.ts";
import type { Block } from "./markdown-blocks.ts";
import { checkAttributes } from "./check-attributes.ts";
import { firstFree } from "./parse-section.ts";
import { SLUG, slugify } from "./slug.ts";

/** Long enough to be telling, short enough to stand in a deep link beside the article's slug. */
const MAX_MADE_UP_ID = 24;

const flag = z
  .literal("", "takes no value: write the word alone")
  .optional()
  .transform((value) => value === "");

const attributes = z.strictObject({
  id: z.string().regex(SLUG, "has to be of small Latin letters, digits and hyphens").optional(),
  by: z.string().optional(),
  kind: z
    .enum(["opinion", "announcement", "report"], "has to be opinion, announcement or report")
    .optional(),
  quoted: flag,
  key: flag,
  lead: z.string().trim().min(1, "is empty").optional(),
  note: z.string().trim().min(1, "is empty").optional(),
  keywords: z
    .string()
    .default("")
    .transform((list) => list.split(",").flatMap((word) => word.trim() || [])),
});

/** What an editor may write in braces behind a paragraph. */
export const passageAttributes: readonly string[] = Object.keys(attributes.shape);

/** A translation gives a passage's words; who says it, and how, is said in the article. */
export const translatedAttributes = attributes.pick({
  id: true,
  lead: true,
  note: true,
  keywords: true,
});

type Speakers = {
  readonly people: readonly Person[];
  readonly publisher: Person;
  /** False where the list of people could not be read: then nobody is told to be missing. */
  readonly readsPeople: boolean;
  readonly report: (line: number, message: string) => void;
};

/** Reads paragraphs as passages, and remembers their ids so that two with the same one are told. */
export function passageReader(speakers: Speakers): (block: Block) => Passage {
  const lines = new Map<string, number>();

  return (block) => {
    const data = checkAttributes(block, attributes, speakers.report);
    const speaker = findSpeaker(data.by, block, speakers);
    if (data.kind === undefined && speaker !== speakers.publisher) {
      speakers.report(
        block.line,
        `what \`${speaker.id}\` says needs a kind: write kind=opinion, kind=announcement or kind=report`,
      );
    }
    const id = takeId(data.id, block, lines, speakers.report);
    return {
      id,
      text: block.text,
      speaker,
      kind: data.kind ?? "report",
      isQuoted: data.quoted,
      isKeyFact: data.key,
      ...(data.lead !== undefined && { lead: data.lead }),
      ...(data.note !== undefined && { note: data.note }),
      keywords: data.keywords,
    };
  };
}

function findSpeaker(by: string | undefined, { line }: Block, speakers: Speakers): Person {
  const { people, publisher, readsPeople, report } = speakers;
  if (by === undefined) return publisher;

  const speaker = people.find(({ id }) => id === by);
  if (speaker) return speaker;
  if (readsPeople) {
    const names = people.map(({ id }) => id).join(", ");
    report(
      line,
      `speaker \`${by}\` is not among the people (${names}): add them to \`people\`, or mend the id`,
    );
  }
  return publisher;
}

function takeId(
  id: string | undefined,
  { text, line }: Block,
  lines: Map<string, number>,
  report: Speakers["report"],
): string {
  const earlier = id === undefined ? undefined : lines.get(id);
  if (earlier !== undefined) {
    report(line, `passage id \`${id}\` is used in line ${earlier} already: give this one its own`);
  }
  const taken = id ?? firstFree(slugify(text, MAX_MADE_UP_ID), lines);
  lines.set(taken, line);
  return taken;
}
