import type { JudgedExample } from "./learn-confidence.ts";

/** The examples whose confidence is from `from` up to the next band; `right` is in percent. */
type Band = { readonly from: number; readonly right: number; readonly count: number };

const BANDS = 10;

/** Leaves out adversarial questions, which readers hardly ever ask. */
export function bandsOf(judged: readonly JudgedExample[]): Band[] {
  const typical = judged.filter(({ origin }) => origin !== "adversarial");
  return Array.from({ length: BANDS }, (_, number) => {
    const inside = typical.filter(({ likelihoods }) => bandOf(likelihoods.answers) === number);
    const right = importanceOf(inside.filter(({ is }) => is.answers));
    const all = importanceOf(inside);
    return { from: number / BANDS, right: (100 * right) / (all || 1), count: inside.length };
  });
}

function importanceOf(examples: readonly JudgedExample[]): number {
  return examples.reduce((total, { importance }) => total + importance, 0);
}

function bandOf(confidence: number): number {
  return Math.min(BANDS - 1, Math.floor(confidence * BANDS));
}

const SIDE = 300;
const MARGIN = 50;

/** An SVG of confidence (x) and share of right answers (y); perfect calibration is the diagonal. */
export function reliabilityPlot(bands: readonly Band[]): string {
  const x = (share: number) => Math.round(MARGIN + SIDE * share);
  const y = (share: number) => Math.round(MARGIN / 2 + SIDE * (1 - share));
  const width = SIDE / BANDS - 4;
  const bars = bands.map(({ from, right, count }) => {
    const top = y(right / 100);
    return `<rect class="band" x="${x(from) + 2}" y="${top}" width="${width}" height="${y(0) - top}"><title>${right.toFixed(0)} % of ${count}</title></rect>`;
  });
  const ticks = [0, 0.5, 1].map(
    (share) =>
      `<text x="${x(share)}" y="${y(0) + 18}" text-anchor="middle">${share}</text>
<text x="${x(0) - 8}" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE + 2 * MARGIN} ${SIDE + 1.5 * MARGIN}" role="img">
<title>Share of right answers by confidence</title>
<style>
  text { font: 12px system-ui, sans-serif; fill: #333 }
  .band { fill: #2a78d2 }
  line { stroke: #777; stroke-dasharray: 4 4 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ddd }
    .band { fill: #5aa2f5 }
  }
</style>
${bars.join("\n")}
<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>
${ticks.join("\n")}
<text x="${x(0.5)}" y="${y(0) + 40}" text-anchor="middle">confidence</text>
<text x="${x(0) + 4}" y="16">first passage right</text>
</svg>
`;
}
