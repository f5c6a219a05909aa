import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Range } from "../../text/ranges.ts";

/** An attribution as marked by hand, as ranges of the text. */
export type MarkedAttribution = {
  readonly speaker: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
};

export type MarkedArticle = {
  readonly name: string;
  readonly paragraphs: readonly { readonly text: string; readonly start: number }[];
  readonly attributions: readonly MarkedAttribution[];
};

/** Reads a part of PolNeAR 1.0 (Newell, Margolin and Ruths, 2018): text/ and attributions/ in brat's standoff format. */
export function readPolnear(folder: string): MarkedArticle[] {
  const marks = readdirSync(join(folder, "attributions")).toSorted();
  return readdirSync(join(folder, "text"))
    .toSorted()
    .flatMap((file) => {
      const name = file.replace(/\.txt$/u, "");
      const ann = marks.find((mark) => mark === `${name}.ann` || mark.startsWith(`${name}_`));
      if (ann === undefined) return [];
      const points = offsetsByCodePoint(readFileSync(join(folder, "text", file), "utf8"));
      return [
        {
          name,
          paragraphs: paragraphsOf(points.text),
          attributions: readMarks(
            readFileSync(join(folder, "attributions", ann), "utf8"),
            points.at,
          ),
        },
      ];
    });
}

/** The marks count code points; everything here counts UTF-16 units. */
function offsetsByCodePoint(text: string) {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1)
    offsets.push(at);
  return { text, at: (point: number) => offsets[point] ?? text.length };
}

function paragraphsOf(text: string) {
  return [...text.matchAll(/[^\n]+/gu)]
    .filter(([line]) => line.trim() !== "")
    .map((match) => ({ text: match[0], start: match.index }));
}

function readMarks(ann: string, at: (point: number) => number): MarkedAttribution[] {
  const spans = new Map<string, Range[]>();
  const events: string[] = [];
  for (const line of ann.split("\n")) {
    const [id = "", value = ""] = line.split("\t");
    if (id.startsWith("T")) {
      const ranges = value.slice(value.indexOf(" ") + 1).split(";");
      spans.set(
        id,
        ranges.map((range) => {
          const [start = 0, end = 0] = range.split(" ").map(Number);
          return [at(start), at(end)];
        }),
      );
    } else if (id.startsWith("E")) events.push(value);
  }
  return events.map((event) => {
    const roles = event.split(/\s+/u).map((role) => role.split(":"));
    const rangesOf = (wanted: string) =>
      roles
        .filter(([role = ""]) => role.replace(/\d+$/u, "") === wanted)
        .flatMap(([, id = ""]) => spans.get(id) ?? []);
    return { speaker: rangesOf("Source"), cue: rangesOf("Cue"), content: rangesOf("Content") };
  });
}
