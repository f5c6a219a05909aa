import { z } from "zod";
import { overrideIn, withoutInvisible } from "./clean-source.ts";
import { shownTag, TAG } from "./html-tags.ts";
import { attributesIn } from "./read-braces.ts";

/** What is told of a field that holds something else than text. */
export function notText({ input }: { readonly input?: unknown }): string {
  if (input === undefined) return "is missing: add it";
  return input === null
    ? "is empty: write something or take the line out"
    : 'has to be text: put it in quotes, as in `"A: b"`';
}

/** Words that readers see as they are written: no markup, and nothing that is not seen. */
export const words = z
  .string({ error: notText })
  .overwrite(withoutInvisible)
  .trim()
  .min(1, "is empty: write something or take it out")
  .superRefine((text, context) => {
    const tag = TAG.exec(text)?.[0] ?? (text.includes("-->") ? "-->" : undefined);
    if (tag !== undefined) {
      const message = `holds \`${shownTag(tag)}\`, which is HTML and would be shown as it is: take it out`;
      context.addIssue({ code: "custom", message });
    }
    const braces = attributesIn(text);
    if (braces !== undefined) {
      const message = `holds \`${shownTag(braces)}\`, which is taken for attributes nowhere but behind words of the article: take it out`;
      context.addIssue({ code: "custom", message });
    }
    const override = overrideIn(text);
    if (override !== undefined) {
      context.addIssue({ code: "custom", message: `cannot be shown: ${override}` });
    }
  });
