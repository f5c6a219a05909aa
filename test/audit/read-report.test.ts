import { expect, test } from "vitest";
import { readReport } from "./read-report.ts";

const reportOn = (vulnerabilities: object) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });

const vulnerability = (severity: string) => ({
  name: "left-pad",
  severity,
  via: [],
  range: "<1.3.0",
});

test.each([
  ["nothing known", reportOn({}), { kind: "clean" }],
  ["a low vulnerability", reportOn({ "left-pad": vulnerability("low") }), { kind: "clean" }],
  [
    "a moderate vulnerability",
    reportOn({ "left-pad": vulnerability("moderate") }),
    { kind: "refused", dependencies: ["left-pad <1.3.0 (moderate)"] },
  ],
  [
    "a critical vulnerability among others",
    reportOn({ a: vulnerability("low"), b: vulnerability("critical") }),
    { kind: "refused", dependencies: ["left-pad <1.3.0 (critical)"] },
  ],
  ["a registry without audits", '{"error":{"code":"ENOAUDIT"}}', { kind: "not-checked" }],
  ["no answer in time", "", { kind: "not-checked" }],
  ["a page instead of JSON", "<html>", { kind: "not-checked" }],
])("upon %s", (_name, printed, verdict) => {
  expect(readReport(printed)).toEqual(verdict);
});
