import { expect, test } from "vitest";
import { readReport } from "./read-report.ts";

const reportOn = (vulnerabilities: object) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });

const weakness = (severity: string) => ({ name: "left-pad", severity, via: [], range: "<1.3.0" });

test.each([
  ["nothing known", reportOn({}), { kind: "clean" }],
  ["a low weakness", reportOn({ "left-pad": weakness("low") }), { kind: "clean" }],
  [
    "a moderate weakness",
    reportOn({ "left-pad": weakness("moderate") }),
    { kind: "refused", dependencies: ["left-pad <1.3.0 (moderate)"] },
  ],
  [
    "a critical weakness among others",
    reportOn({ a: weakness("low"), b: weakness("critical") }),
    { kind: "refused", dependencies: ["left-pad <1.3.0 (critical)"] },
  ],
  ["a registry without audits", '{"error":{"code":"ENOAUDIT"}}', { kind: "not-checked" }],
  ["no answer in time", "", { kind: "not-checked" }],
  ["a page instead of JSON", "<html>", { kind: "not-checked" }],
])("upon %s", (_name, printed, verdict) => {
  expect(readReport(printed)).toEqual(verdict);
});
