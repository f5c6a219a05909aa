import {
  complainAboutUsage,
  defineCommand,
  ignoreClosedPipe,
  printLine,
  type CommandIo,
} from "./command.ts";
import { importLine } from "./import-line.ts";
import { answerLines } from "./jsonl.ts";

const SPEC = {
  name: "import",
  usage: [
    [
      "npm run -s import -- --jsonl",
      "one JSON text per line in, one JSON article per line out, in order",
    ],
  ],
  options: {
    jsonl: {
      type: "boolean",
      about: "reads one JSON text per line, prints one JSON article per line",
    },
  },
  example: "npm run import -- --jsonl < texts.jsonl",
} as const;

export const importArticles = defineCommand(SPEC, async ({ values }, io) => {
  if (values.jsonl !== true) return complainAboutUsage(SPEC, io, "name what to import");
  return importStream(io);
});

/** Some lines could not be imported; the others were. */
const EXIT_PARTLY_IMPORTED = 1;

async function importStream({ stdin, stdout, stderr }: CommandIo): Promise<number> {
  try {
    const { lines, failed } = await answerLines(stdin, stdout, importLine);
    if (failed === 0) return 0;
    printLine(stderr, `${failed} of ${lines} lines were not imported: see their error`);
    return EXIT_PARTLY_IMPORTED;
  } catch (error) {
    ignoreClosedPipe(error);
    return 0;
  }
}
