import { expect, test } from "vitest";
import { openFolder } from "../open-folder.ts";

const NOTE = `The harbour bridge stays closed
The bridge over the Vell will stay closed until October, the mayor, Ada Quist, told reporters on Monday.
“We have found cracks in two of the pillars,” Quist said. “Nobody should drive over them.”
The town will run a free ferry. It will sail every half hour.
The works will cost 4 million crowns, and the province is expected to pay half of it.
`;
const FILE = "the-harbour-bridge-stays-closed.md";
const MAYOR = "The bridge over the Vell will stay closed";
const WORKS = "The works will cost 4 million crowns";

async function importNote() {
  const folder = openFolder();
  const { stdout } = await folder.run(folder.save("note.txt", NOTE));
  const markdown = () => folder.read(FILE).split("\n");
  const lineOf = (words: string) => markdown().findIndex((line) => line.startsWith(words)) + 1;
  /** An editor changes the line that starts with these words. */
  const edit = (words: string, change: (line: string) => string) => {
    const lines = markdown();
    const at = lineOf(words) - 1;
    folder.save(FILE, lines.with(at, change(lines[at] ?? "")).join("\n"));
  };
  return { ...folder, stdout, lineOf, edit, importFile: () => folder.run(folder.path(FILE)) };
}

test("the summary lists what is to be reviewed, least certain first, with its line in the file", async () => {
  const { stdout, path, lineOf } = await importNote();
  expect(stdout).toContain("2 to be reviewed");
  const listed = stdout.split("\n").filter((line) => line.startsWith(path(FILE)));
  expect(listed.map((line) => line.replace(/\d+ %/u, "N %").slice(path(FILE).length))).toEqual([
    `:${lineOf(MAYOR)}: Ada Quist (N % sure): The bridge over the Vell will stay closed until October, the mayor …`,
    `:${lineOf(WORKS)}: nobody (N % sure): The works will cost 4 million crowns …`,
  ]);
});

test("--json has the same with the whole sentence", async () => {
  const { run, path, lineOf } = await importNote();
  const { stdout } = await run(path(FILE), "--json");
  const { review } = JSON.parse(stdout);
  expect(review).toMatchObject([
    { line: lineOf(MAYOR), speaker: "Ada Quist" },
    {
      line: lineOf(WORKS),
      speaker: null,
      text: "The works will cost 4 million crowns, and the province is expected to pay half of it.",
    },
  ]);
  expect(review[0].confidence).toBeLessThan(review[1].confidence);
});

const CHANGES: readonly (readonly [string, (line: string) => string])[] = [
  ["takes out `proposed` and `review`", (line) => line.replace(" proposed review", "")],
  ["takes out `review`", (line) => line.replace(" review", "")],
  ["takes out `proposed`", (line) => line.replace(" proposed", "")],
  ["names another speaker", (line) => line.replace("by=ada-quist", "by=harbour")],
  ["takes out all attributes", (line) => line.replace(/ \{.*\}$/u, "")],
];

test.each(CHANGES)(
  "an editor who %s ends the review, also when importing again",
  async (_what, change) => {
    const { run, edit, save, read, path, importFile, lineOf } = await importNote();
    save(FILE, read(FILE).replace("people:\n", "people:\n  harbour:\n    name: The harbour\n"));
    edit(MAYOR, change);
    const edited = read(FILE).split("\n")[lineOf(MAYOR) - 1];
    for (const again of [() => importFile(), () => run(path("note.txt"))]) {
      const { stdout } = await again();
      expect(stdout).toContain("1 to be reviewed");
      expect(stdout).not.toContain(`${path(FILE)}:${lineOf(MAYOR)}:`);
      expect(read(FILE).split("\n")[lineOf(MAYOR) - 1]).toBe(edited);
    }
  },
);

test("taking the marks from narration ends its review too", async () => {
  const { run, edit, path, read } = await importNote();
  edit(WORKS, (line) => line.replace(/ \{.*\}$/u, ""));
  const { stdout } = await run(path("note.txt"));
  expect(stdout).toContain("1 to be reviewed");
  expect(read(FILE)).toContain(`${WORKS}, and the province is expected to pay half of it.\n`);
});

test("a long list is cut", async () => {
  const { run, save } = openFolder();
  const doubtful = Array.from(
    { length: 12 },
    (_, at) =>
      `The works will cost ${at + 4} million crowns, and the province is expected to pay half of it.`,
  );
  const { stdout } = await run(save("note.txt", `The works\n${doubtful.join("\n")}\n`));
  expect(stdout).toMatch(/\n {2}and \d+ more\n/u);
});
