import { z } from "zod";
import type { Section } from "../article.ts";
import { validateAttributes } from "./validate-attributes.ts";
import type { Block } from "../markdown/block-collector.ts";
import type { ReportDiagnostic } from "../diagnostic.ts";
import { plainTextField } from "../plain-text-field.ts";
import { flag } from "./parse-passage.ts";
import { SLUG, slugify, uniqueIds } from "../slug.ts";

/** Attributes of a heading. */
const sectionAttributes = z.strictObject({
  id: z
    .string()
    .regex(SLUG, "must consist of lower-case Latin letters, digits and hyphens")
    .optional(),
  summary: plainTextField.optional(),
  proposed: flag("proposed"),
});

type Headed = Omit<Section, "passages">;

/** Returns a function that reads headings as sections and reports ids used twice. */
export function sectionReader(report: ReportDiagnostic): (block: Block) => Headed {
  const assignId = uniqueIds("section", report);

  return ({ text, attributes: given, spans, line }) => {
    const [span] = spans;
    if (span) report(span.line, "a heading has no speaker: remove the brackets and braces");
    const group = { of: "a heading", given };
    const { id, summary, proposed } = validateAttributes(group, sectionAttributes, report);
    return {
      id: assignId(id, slugify(text), given.get("id")?.line ?? line),
      heading: text,
      ...(summary !== undefined && { summary }),
      ...(proposed && { isProposed: true as const }),
    };
  };
}
