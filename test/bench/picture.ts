import type { Measures } from "./measures.ts";
import { milliseconds } from "./tables.ts";

const ROW = 26;
const TOP = 44;
const NAMES = 215;
const BAR = 190;
const GAP = 70;

/** Two bar charts: right passage first, and time per question in the largest collection. */
export function picture(measured: readonly Measures[]): string {
  const rows = measured.map((measures, number) => row(measures, TOP + number * ROW, measured));
  const width = NAMES + 2 * (BAR + GAP);
  const height = TOP + measured.length * ROW + 12;
  const size = measured[0]?.grown.at(-1)?.size ?? 0;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">
<title>Right passages first, and time per question, compared with other engines</title>
<style>
  text { font: 13px system-ui, sans-serif; fill: #333 }
  .head { font-weight: 600 }
  rect { fill: #9aa7b4 }
  .ours { fill: #2a78d2 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ddd }
    rect { fill: #6b7885 }
    .ours { fill: #5aa2f5 }
  }
</style>
<text class="head" x="${NAMES}" y="24">right passage first, %</text>
<text class="head" x="${NAMES + BAR + GAP}" y="24">ms at ${size.toLocaleString("en-GB")} passages</text>
${rows.join("\n")}
</svg>
`;
}

function row(measures: Measures, y: number, all: readonly Measures[]): string {
  const isOurs = measures === all[0];
  const { precisionAt1 } = measures.quality;
  const time = slowness(measures);
  const longest = Math.max(...all.map(slowness));
  return [
    `<text x="${NAMES - 10}" y="${y + 14}" text-anchor="end">${measures.name}</text>`,
    bar(NAMES, y, precisionAt1 / 100, precisionAt1.toFixed(1), isOurs),
    bar(NAMES + BAR + GAP, y, time / longest, milliseconds(time), isOurs),
  ].join("\n");
}

function slowness({ grown, atArticleSize }: Measures): number {
  return (grown.at(-1) ?? atArticleSize).median;
}

function bar(x: number, y: number, share: number, label: string, isOurs: boolean): string {
  const width = Math.max(2, Math.round(BAR * share));
  return `<rect x="${x}" y="${y}" width="${width}" height="18" rx="3"${isOurs ? ' class="ours"' : ""}/>
<text x="${x + width + 6}" y="${y + 14}">${label}</text>`;
}
