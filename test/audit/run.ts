/** Refuses dependencies with known weaknesses; where that cannot be found out, it says so and goes on. */
import { spawnSync } from "node:child_process";
import { readReport } from "./read-report.ts";

/** A registry that takes longer is as good as none. */
const PATIENCE_MS = 30_000;

const asked = ["audit", "--omit=dev", "--json", "--fetch-retries=0"];
const { stdout } = spawnSync("npm", asked, { encoding: "utf8", timeout: PATIENCE_MS });
const verdict = readReport(stdout ?? "");

switch (verdict.kind) {
  case "clean":
    console.log("no dependency has a known weakness");
    break;
  case "refused":
    console.error(`dependencies with known weaknesses:\n${verdict.dependencies.join("\n")}`);
    console.error("→ npm audit tells what they are, npm audit fix mends most of them");
    process.exitCode = 1;
    break;
  case "not-checked":
    console.warn(
      "NOT CHECKED for known weaknesses: the registry gave no report (npm audit tells why)",
    );
    break;
}
