import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const TEXT =
  "A pier closes\n\nRuth Calder said the pier was rotten. The ferry sails at nine.\n\n“Nobody walks there,” she said.\n";

/** By number: kind, and words of the text. */
const MARKS = [
  ["Source", "Ruth Calder"],
  ["Cue", "said"],
  ["Content", "the pier was rotten"],
  ["Source", "she"],
  ["Cue", "said."],
  ["Content", "“Nobody walks there,”"],
] as const;

/** A folder as PolNeAR is laid out, with the same made-up article in `train` and `dev`. */
export function markedFolder(copies = 1): string {
  const folder = mkdtempSync(join(tmpdir(), "marked-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of ["train", "dev"]) {
    mkdirSync(join(folder, part, "text"), { recursive: true });
    mkdirSync(join(folder, part, "attributions"));
    for (let copy = 0; copy < copies; copy += 1) {
      writeFileSync(join(folder, part, "text", `pier-${copy}.txt`), TEXT);
      writeFileSync(join(folder, part, "attributions", `pier-${copy}_a.ann`), annotations());
      writeFileSync(join(folder, part, "attributions", `pier-${copy}_b.ann`), "");
    }
  }
  return folder;
}

function annotations(): string {
  const spans = MARKS.map(([kind, words], at) => {
    const start = words === "said." ? TEXT.lastIndexOf(words) : TEXT.indexOf(words);
    return `T${at + 1}\t${kind} ${start} ${start + words.length}\t${words}`;
  });
  const events = [1, 4].map(
    (first) => `E${first}\tAttribution:T9 Source:T${first} Cue:T${first + 1} Content:T${first + 2}`,
  );
  return [...spans, ...events].join("\n");
}
