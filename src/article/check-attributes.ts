import type { z } from "zod";
import type { Block } from "./markdown-blocks.ts";

/** What stands in the braces behind a paragraph; where that is wrong it is told, and none counts. */
export function checkAttributes<Attributes extends z.ZodRawShape>(
  block: Block,
  schema: z.ZodObject<Attributes>,
  report: (line: number, message: string) => void,
): z.infer<typeof schema> {
  const result = schema.safeParse(Object.fromEntries(block.attributes));
  if (result.success) return result.data;

  for (const issue of result.error.issues) {
    if (issue.code === "unrecognized_keys") {
      const takes = Object.keys(schema.shape).join(", ");
      for (const key of issue.keys) {
        report(block.line, `\`${key}\` is not known here: a passage takes ${takes}`);
      }
    } else {
      const name = issue.path.join(".");
      report(block.line, `${name} \`${block.attributes.get(name) ?? ""}\` ${issue.message}`);
    }
  }
  return schema.parse({});
}
