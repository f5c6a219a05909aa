import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { temporaryFolder } from "../support/bot-process.ts";

/** What the example uses, by the names that GitHub gives it; any other would be refused there. */
const step = z.strictObject({
  name: z.string().exactOptional(),
  uses: z
    .string()
    .regex(/^actions\/[a-z-]+@v\d+$/u)
    .exactOptional(),
  with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
  run: z.string().exactOptional(),
  "working-directory": z.string().exactOptional(),
});
const workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    push: z.strictObject({ branches: z.array(z.string()) }),
    pull_request: z.null(),
  }),
  permissions: z.strictObject({ contents: z.literal("read") }),
  jobs: z.record(
    z.string(),
    z.strictObject({
      "runs-on": z.string(),
      "timeout-minutes": z.int().positive(),
      steps: z.array(step),
    }),
  ),
});

const { jobs } = workflow.parse(parse(readFileSync("docs/examples/check-content.yml", "utf8")));
const steps = Object.values(jobs).flatMap((job) => job.steps);

test("each step either uses an action or runs a command, where the bot was checked out", () => {
  const folder = steps.flatMap(({ with: given }) => given?.["path"] ?? []);
  expect(folder).toHaveLength(1);
  for (const { uses, run } of steps) {
    expect([uses, run].filter((one) => one !== undefined)).toHaveLength(1);
  }
  const places = steps.flatMap((one) => (one.run === undefined ? [] : one["working-directory"]));
  expect(new Set(places)).toEqual(new Set(folder));
});

/** A repository of articles as GitHub has it while the last step runs; the bot is installed already. */
function checkedOut(articles: string) {
  const workspace = temporaryFolder();
  const { run = "", "working-directory": place = "" } = steps.at(-1) ?? {};
  cpSync(articles, join(workspace, "content"), { recursive: true });
  mkdirSync(join(workspace, place));
  for (const name of ["src", "node_modules"])
    symlinkSync(resolve(name), join(workspace, place, name));
  copyFileSync("package.json", join(workspace, place, "package.json"));
  return {
    content: join(workspace, "content"),
    check: () => {
      const { status, stdout, stderr } = spawnSync("sh", ["-e", "-c", run], {
        cwd: join(workspace, place),
        env: { ...process.env, GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: workspace },
        encoding: "utf8",
      });
      return { status, stdout: stdout.trim().split("\n"), stderr };
    },
  };
}

test("its last step checks the articles of the repository, and names files as they are there", () => {
  const { content, check } = checkedOut("test/fixtures/undated");
  expect(check()).toMatchObject({ status: 0, stderr: "" });

  writeFileSync(join(content, "pier.md"), "# The pier\n\nOne <br> two.\n");
  const { status, stdout } = check();
  expect(status).toBe(1);
  expect(stdout[0]).toMatch(/^::error file=content\/pier\.md,line=3,title=Mistake::/u);
});
