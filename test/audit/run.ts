/** Refuses dependencies with known vulnerabilities. Without a report it says so and succeeds. */
import { spawnSync } from "node:child_process";
import { readReport } from "./read-report.ts";

/** A registry that takes longer counts as unreachable. */
const TIMEOUT_MS = 30_000;

const args = ["audit", "--omit=dev", "--json", "--fetch-retries=0"];
const { stdout } = spawnSync("npm", args, { encoding: "utf8", timeout: TIMEOUT_MS });
const verdict = readReport(stdout ?? "");

switch (verdict.kind) {
  case "clean":
    console.log("no dependency has a known vulnerability");
    break;
  case "refused":
    console.error(`dependencies with known vulnerabilities:\n${verdict.dependencies.join("\n")}`);
    console.error("→ npm audit describes them, npm audit fix updates most of them");
    process.exitCode = 1;
    break;
  case "not-checked":
    console.warn(
      "NOT CHECKED for known vulnerabilities: the registry returned no report (npm audit says why)",
    );
    break;
}
