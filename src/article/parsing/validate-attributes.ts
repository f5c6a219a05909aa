import type { z } from "zod";
import type { AttributeMap } from "../markdown/block-collector.ts";
import type { ReportDiagnostic } from "../diagnostic.ts";
import { closestName } from "../closest-name.ts";

type Attributes = {
  /** What they describe: "a passage", "a heading". */
  readonly of: string;
  readonly given: AttributeMap;
};

/** Validates attributes: reports the invalid ones and returns the rest. */
export function validateAttributes<Shape extends z.ZodRawShape>(
  { of, given }: Attributes,
  schema: z.ZodObject<Shape>,
  report: ReportDiagnostic,
): z.infer<typeof schema> {
  const values = [...given].map(([name, { value }]) => [name, value] as const);
  const result = schema.safeParse(Object.fromEntries(values));
  if (result.success) return result.data;

  for (const issue of result.error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        report(given.get(key)?.line ?? 1, unknownName(key, of, Object.keys(schema.shape)));
      }
    } else {
      const name = issue.path.join(".");
      const { value = "", line = 1 } = given.get(name) ?? {};
      report(line, `${name} \`${value}\` ${issue.message}`);
    }
  }
  const wrong = new Set(result.error.issues.flatMap(namesOf));
  const valid = values.filter(([name]) => !wrong.has(name));
  return schema.parse(Object.fromEntries(valid));
}

function namesOf(issue: z.core.$ZodIssue): string[] {
  return issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".")];
}

function unknownName(name: string, of: string, known: readonly string[]): string {
  const meant = closestName(name, known);
  const hint = meant === undefined ? "" : ` (did you mean \`${meant}\`?)`;
  return `unknown attribute \`${name}\`: ${of} takes ${known.join(", ")}${hint}; to show braces as text, write \`\\{\``;
}
