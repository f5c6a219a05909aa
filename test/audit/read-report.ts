import { z } from "zod";

/** Weaknesses of this severity and above keep a release back. */
const REFUSED: ReadonlySet<string> = new Set(["moderate", "high", "critical"]);

const reportSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.looseObject({
      name: z.string(),
      severity: z.string(),
      range: z.string(),
    }),
  ),
});

export type AuditVerdict =
  | { readonly kind: "clean" }
  | { readonly kind: "refused"; readonly dependencies: readonly string[] }
  /** There was no report: no network, or a registry that gives none. */
  | { readonly kind: "not-checked" };

/** What `npm audit --json` printed, as a verdict. */
export function readReport(printed: string): AuditVerdict {
  const report = reportSchema.safeParse(parseJson(printed));
  if (!report.success) return { kind: "not-checked" };
  const dependencies = Object.values(report.data.vulnerabilities)
    .filter(({ severity }) => REFUSED.has(severity))
    .map(({ name, severity, range }) => `${name} ${range} (${severity})`);
  return dependencies.length === 0 ? { kind: "clean" } : { kind: "refused", dependencies };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
