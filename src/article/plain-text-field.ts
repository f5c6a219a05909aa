import { z } from "zod";
import { describeBidiControl, stripInvisible } from "./invisible-characters.ts";
import { excerpt } from "./diagnostic.ts";
import { HTML_TAG } from "./markdown/tokenize.ts";
import { attributesIn } from "./markdown/read-braces.ts";

/** The message for a field whose value is not text. */
export function describeNonText({ input }: { readonly input?: unknown }): string {
  if (input === undefined) return "is missing: add it";
  return input === null
    ? "is empty: write something or remove the line"
    : 'must be text: put it in quotes, as in `"A: b"`';
}

/** `&amp;`, `**bold**`, `*emphasis*`, `[words](https://…)` */
const MARKUP =
  /&(?:amp|lt|gt|quot|apos|nbsp|shy|[mn]dash|hellip|[lr]aquo|[lr][sd]quo|copy|reg|trade|euro|deg|#\d{1,7}|#x[0-9a-f]{1,6});|(?<![\p{L}\p{N}*])(?<stars>\*{1,3})(?=[^\s*])[^*]*(?<=[^\s*])\k<stars>(?![\p{L}\p{N}*])|\[[^[\]]+\]\((?:https?:|www\.)[^()\s]*\)/iu;

function onOneLine(text: string): string {
  const lines = text.split("\n");
  return lines.length === 1 ? text : lines.map((line) => line.trim()).join(" ");
}

/** A string that readers see exactly as written: no markup and no invisible characters. */
export const plainTextField = z
  .string({ error: describeNonText })
  .overwrite((text) => onOneLine(stripInvisible(text)))
  .trim()
  .min(1, "is empty: write something or remove it")
  .superRefine((text, context) => {
    const tag = HTML_TAG.exec(text)?.[0] ?? (text.includes("-->") ? "-->" : undefined);
    if (tag !== undefined) {
      const message = `contains \`${excerpt(tag)}\`, which is HTML and would be shown literally: remove it`;
      context.addIssue({ code: "custom", message });
    }
    const markup = MARKUP.exec(text)?.[0];
    if (markup !== undefined) {
      const message = `contains \`${excerpt(markup)}\`, which would be shown literally: write plain text`;
      context.addIssue({ code: "custom", message });
    }
    const braces = attributesIn(text);
    if (braces !== undefined) {
      const message = `contains \`${excerpt(braces)}\`, but attributes belong after words of the article: remove them`;
      context.addIssue({ code: "custom", message });
    }
    const bidiControl = describeBidiControl(text);
    if (bidiControl !== undefined) {
      context.addIssue({ code: "custom", message: `cannot be shown: ${bidiControl}` });
    }
  });
