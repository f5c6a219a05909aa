import { readdirSync } from "node:fs";
import { answersOf } from "../content/answers-of.ts";
import { pageFetcher } from "../import/fetch/fetch-page.ts";
import { codeOf } from "../logging/describe-error.ts";
import { escapeInLines } from "../text/escape-controls.ts";
import {
  complain,
  complainAboutUsage,
  defineCommand,
  ignoreClosedPipe,
  printLine,
  type CommandIo,
} from "./command.ts";
import { checkFiles } from "./import-check.ts";
import { importLine } from "./import-line.ts";
import { printRecord, summaryPrinter } from "./import-output.ts";
import { readSourceFile } from "./read-source-file.ts";
import { importSource, type SourceOutcome } from "../import/into-folder/import-source.ts";
import { targetsIn } from "../import/into-folder/import-targets.ts";
import { answerLines } from "./jsonl.ts";
import { writeArticleFile } from "../files/write-article-file.ts";

const SPEC = {
  name: "import",
  usage: [
    ["npm run import -- SOURCE…", "writes articles from pages, texts, Markdown or feeds"],
    ["npm run import -- --check FILE…", "compares who says what in articles with its proposals"],
    ["npm run -s import -- --jsonl", "one JSON text a line in, one JSON article a line out"],
  ],
  options: {
    out: { type: "string", value: "DIR", default: "content", about: "the folder to write to" },
    "dry-run": { type: "boolean", about: "writes nothing, and says what it would write" },
    check: {
      type: "boolean",
      about: "writes nothing: lists the sentences of articles that it would give to others",
    },
    json: { type: "boolean", about: "prints each article as one line of JSON" },
    jsonl: { type: "boolean", about: "reads one JSON text per line, prints one article per line" },
    "allow-local": {
      type: "boolean",
      about: "also fetches http and private addresses, for tests",
    },
  },
  example: "npm run import -- https://example.org/article --dry-run",
} as const;

export const importArticles = defineCommand(SPEC, async ({ values, positionals }, io) => {
  if (values.jsonl === true) {
    return positionals.length === 0
      ? importStream(io, values["allow-local"] === true)
      : complainAboutUsage(SPEC, io, "--jsonl reads its texts from stdin");
  }
  if (positionals.length === 0) {
    return complainAboutUsage(SPEC, io, "name a page, a file or a feed to import");
  }
  if (values.check === true) return checkFiles(positionals, values.json === true, io);
  if (!mayBeFolder(values.out)) {
    return complain(io, `--out ${values.out} is not a folder: name one; it need not exist yet`);
  }
  const { fetchPage, close } = pageFetcher({ allowsLocal: values["allow-local"] === true });
  const tools = { fetchPage, readFile: readSourceFile, ...targetsIn(values.out), answersOf };
  const isDry = values["dry-run"] === true;
  const print = values.json === true ? printRecord : await summaryPrinter(values.out, io);
  try {
    return await importAll(positionals, io, async function* (source) {
      for await (const found of importSource(source, tools)) {
        const outcome = isDry || found.kind === "failed" ? found : written(found);
        print(outcome, isDry, io);
        yield outcome;
      }
    });
  } finally {
    await close();
  }
});

/** Some sources or lines could not be imported; the others were. */
const EXIT_PARTLY_IMPORTED = 1;

async function importAll(
  sources: readonly string[],
  { stderr }: CommandIo,
  importOne: (source: string) => AsyncIterable<SourceOutcome>,
): Promise<number> {
  let imported = 0;
  let failed = 0;
  for (const [at, source] of sources.entries()) {
    if (sources.length > 1) {
      printLine(stderr, escapeInLines(`[${at + 1}/${sources.length}] ${source}`));
    }
    for await (const { kind } of importOne(source)) {
      if (kind === "imported") imported += 1;
      else failed += 1;
    }
  }
  if (imported + failed > 1) printLine(stderr, `${imported} imported, ${failed} not`);
  return failed === 0 ? 0 : EXIT_PARTLY_IMPORTED;
}

type Imported = Extract<SourceOutcome, { kind: "imported" }>;

function written(outcome: Imported): SourceOutcome {
  const { source, file, markdown, before } = outcome;
  const why = writeArticleFile(file, markdown, before);
  return why === undefined ? outcome : { source, kind: "failed", why };
}

/** A folder that can be read, or nothing yet. */
function mayBeFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch (error) {
    return codeOf(error) === "ENOENT";
  }
}

async function importStream(
  { stdin, stdout, stderr }: CommandIo,
  allowsLocal: boolean,
): Promise<number> {
  const { fetchPage, close } = pageFetcher({ allowsLocal });
  try {
    const { lines, failed } = await answerLines(stdin, stdout, (line, number) =>
      importLine(line, number, fetchPage),
    );
    if (failed === 0) return 0;
    printLine(stderr, `${failed} of ${lines} lines were not imported: see their error`);
    return EXIT_PARTLY_IMPORTED;
  } catch (error) {
    ignoreClosedPipe(error);
    return 0;
  } finally {
    await close();
  }
}
