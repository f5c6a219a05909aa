import { appendFileSync, statSync } from "node:fs";
import { formatDiagnostic, type Diagnostic } from "../article/diagnostic.ts";
import { describeError } from "../logging/describe-error.ts";
import { escapeControls, jsonWithoutControls } from "../text/escape-controls.ts";
import { annotation, type AnnotationLevel } from "./annotations.ts";
import {
  complain,
  complainAboutUsage,
  defineCommand,
  printLine,
  type CommandIo,
} from "./command.ts";
import { reportOnContent, type ContentReport } from "./content-report.ts";

const SPEC = {
  name: "check-content",
  usage: [
    ["npm run check-content", "everything to mend in the articles and their golden questions"],
  ],
  options: {
    content: { type: "string", value: "DIR", default: "content", about: "the folder of articles" },
    format: {
      type: "string",
      value: "FORMAT",
      about: "text, json, or github for annotations (default: github in GitHub Actions, else text)",
    },
    "max-missed": {
      type: "string",
      value: "N",
      default: "0",
      about: "how many golden questions may be answered wrong",
    },
    "max-uncertain": {
      type: "string",
      value: "N",
      about: "how many sentences may have an uncertain speaker (default: any number)",
    },
  },
  maxArguments: 0,
  example: "npm run check-content -- --content ../content --max-uncertain 0",
} as const;

const FORMATS = ["text", "github", "json"] as const;
const NUMBER = /^\d{1,6}$/u;
/** Something in the folder has to be mended. */
const EXIT_TO_MEND = 1;

export const checkContent = defineCommand(SPEC, ({ values }, io) => {
  const { content: folder, format: wanted = formatFor(io) } = values;
  const format = FORMATS.find((one) => one === wanted);
  if (!format) return complainAboutUsage(SPEC, io, `--format is one of ${FORMATS.join(", ")}`);
  const { "max-missed": maxMissed, "max-uncertain": maxUncertain } = values;
  if (!NUMBER.test(maxMissed)) return complainAboutUsage(SPEC, io, "--max-missed takes a number");
  if (maxUncertain !== undefined && !NUMBER.test(maxUncertain))
    return complainAboutUsage(SPEC, io, "--max-uncertain takes a number");
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    return complain(io, `${folder} is not a folder: name the folder that holds your articles`);

  const report = reportOnContent(folder);
  const groups = groupsIn(report, {
    missed: Number(maxMissed),
    uncertain: Number(maxUncertain ?? Infinity),
  });
  const isToMend = groups.some(({ level, found }) => level === "error" && found.length > 0);
  const summary = summaryOf(report, isToMend);
  if (format === "json") printLine(io.stdout, jsonWithoutControls({ ...report, isToMend }));
  else {
    print(groups, format, io);
    printLine(io.stdout, summary);
  }
  writeStepSummary(groups, summary, io);
  return isToMend ? EXIT_TO_MEND : 0;
});

function formatFor({ env }: CommandIo): string {
  return env["GITHUB_ACTIONS"] === "true" ? "github" : "text";
}

type Group = {
  readonly title: string;
  readonly level: AnnotationLevel;
  readonly found: readonly Diagnostic[];
};

type Limits = { readonly missed: number; readonly uncertain: number };

function groupsIn({ mistakes, missed, uncertain }: ContentReport, limits: Limits): Group[] {
  return [
    { title: "Mistake", level: "error", found: mistakes },
    { title: "Golden question missed", level: levelOf(missed, limits.missed), found: missed },
    { title: "Uncertain speaker", level: levelOf(uncertain, limits.uncertain), found: uncertain },
  ];
}

function levelOf(found: readonly Diagnostic[], limit: number): AnnotationLevel {
  return found.length > limit ? "error" : "warning";
}

function print(groups: readonly Group[], format: "text" | "github", { stdout, env }: CommandIo) {
  const workspace = env["GITHUB_WORKSPACE"] ?? process.cwd();
  for (const { title, level, found } of groups) {
    if (format === "text" && found.length > 0) printLine(stdout, `${title} (${level}):`);
    for (const one of found) {
      const line =
        format === "text"
          ? escapeControls(formatDiagnostic(one))
          : annotation(level, title, one, workspace);
      printLine(stdout, line);
    }
    if (format === "text" && found.length > 0) printLine(stdout, "");
  }
}

/** "3 articles: 1 mistake, 4 of 5 golden questions answered right, 2 uncertain speakers: to be mended" */
function summaryOf(report: ContentReport, isToMend: boolean): string {
  const { articles, mistakes, asked, missed, uncertain } = report;
  const parts = [
    count(mistakes.length, "mistake"),
    `${asked - missed.length} of ${count(asked, "golden question")} answered right`,
    count(uncertain.length, "uncertain speaker"),
  ];
  const verdict = isToMend ? "to be mended" : "all right";
  return `${count(articles, "article")} without mistakes; ${parts.join(", ")}: ${verdict}`;
}

function count(number: number, noun: string): string {
  return `${number === 0 ? "no" : number} ${noun}${number === 1 ? "" : "s"}`;
}

/** GitHub shows ten annotations of a level per step; the summary of the run has this many of a group. */
const MAX_IN_SUMMARY = 50;

/** The page of a run in GitHub Actions, in Markdown. Without it, the log still has everything. */
function writeStepSummary(groups: readonly Group[], summary: string, io: CommandIo): void {
  const { GITHUB_STEP_SUMMARY: file } = io.env;
  if (file === undefined || file === "") return;
  const sections = groups.flatMap(({ title, found }) => {
    if (found.length === 0) return [];
    const items = found
      .slice(0, MAX_IN_SUMMARY)
      .map((one) => `    ${escapeControls(formatDiagnostic(one))}`);
    const more = found.length - MAX_IN_SUMMARY;
    return [
      `### ${title}: ${found.length}`,
      "",
      ...items,
      ...(more > 0 ? [`    and ${more} more`] : []),
      "",
    ];
  });
  try {
    appendFileSync(file, ["## Articles", "", summary, "", ...sections, ""].join("\n"));
  } catch (error) {
    printLine(io.stderr, `the summary cannot be written: ${describeError(error)}`);
  }
}
