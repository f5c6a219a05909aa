import { z } from "zod";

/** Vulnerabilities of this severity or above block a release. */
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
  /** No report: no network, or a registry without one. */
  | { readonly kind: "not-checked" };

/** The verdict on what `npm audit --json` printed. */
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
