import { percentOf } from "../evaluation/measures.ts";
import type { JudgedExample } from "./learn-confidence.ts";

/** With a threshold: how many of the own questions are answered, and of the absent ones; in percent. */
type Point = { readonly own: number; readonly absent: number };

/** What a set's readers get with every threshold from 1 down to 0, and with the one in use. */
type TradeOff = {
  readonly set: string;
  readonly points: readonly Point[];
  readonly inUse: Point;
};

const STEPS = 100;
/** Sets with fewer unanswerable questions would draw stairs. */
const LEAST_ABSENT = 50;
/** More lines would hide one another. */
const MOST_LINES = 3;

/** The sets with the most questions that their articles do not answer. */
export function tradeOffLines(judged: readonly JudgedExample[], threshold: number): TradeOff[] {
  const questionsOf = (set: string, origin: JudgedExample["origin"]) =>
    judged.filter((one) => one.set === set && one.origin === origin);
  return [...new Set(judged.map(({ set }) => set))]
    .map((set) => ({ set, own: questionsOf(set, "own"), absent: questionsOf(set, "absent") }))
    .filter(({ absent }) => absent.length >= LEAST_ABSENT)
    .toSorted((one, other) => other.absent.length - one.absent.length)
    .slice(0, MOST_LINES)
    .map(({ set, own, absent }) => {
      const at = (least: number) => ({ own: reached(own, least), absent: reached(absent, least) });
      const points = Array.from({ length: STEPS + 1 }, (_, step) => at(1 - step / STEPS));
      return { set, points, inUse: at(threshold) };
    });
}

function reached(examples: readonly JudgedExample[], least: number): number {
  return percentOf(examples.map(({ likelihoods }) => likelihoods.answers >= least));
}

const SIDE = 300;
const MARGIN = 50;

/** An SVG of own questions answered (x) and of false answers (y); guessing is the diagonal. */
export function tradeOffPlot(lines: readonly TradeOff[]): string {
  const x = (percent: number) => Math.round(MARGIN + (SIDE * percent) / 100);
  const y = (percent: number) => Math.round(MARGIN / 2 + SIDE * (1 - percent / 100));
  const drawn = lines.map(({ set, points, inUse }, number) => {
    const path = points.map(({ own, absent }) => `${x(own)},${y(absent)}`).join(" ");
    return `<g class="set${number}">
<polyline points="${path}"/>
<circle cx="${x(inUse.own)}" cy="${y(inUse.absent)}" r="5"><title>${set}: ${inUse.own.toFixed(0)} % answered, ${inUse.absent.toFixed(0)} % false answers</title></circle>
<text x="${x(0) + 12}" y="${60 + 18 * number}">${set}</text>
</g>`;
  });
  const ticks = [0, 50, 100].map(
    (percent) =>
      `<text x="${x(percent)}" y="${y(0) + 18}" text-anchor="middle">${percent} %</text>
<text x="${x(0) - 8}" y="${y(percent) + 4}" text-anchor="end">${percent} %</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE + 2 * MARGIN} ${SIDE + 1.5 * MARGIN}" role="img">
<title>False answers by share of own questions answered</title>
<style>
  text { font: 12px system-ui, sans-serif; fill: #333 }
  line { stroke: #777; stroke-dasharray: 4 4 }
  polyline { fill: none; stroke: currentColor; stroke-width: 2 }
  circle, g text { fill: currentColor }
  .set0 { color: #2a78d2 }
  .set1 { color: #c2540a }
  .set2 { color: #2b8a3e }
  @media (prefers-color-scheme: dark) {
    text { fill: #ddd }
    .set0 { color: #5aa2f5 }
    .set1 { color: #ff9b57 }
    .set2 { color: #69cf80 }
  }
</style>
<line x1="${x(0)}" y1="${y(0)}" x2="${x(100)}" y2="${y(100)}"/>
${drawn.join("\n")}
${ticks.join("\n")}
<text x="${x(50)}" y="${y(0) + 40}" text-anchor="middle">own questions answered</text>
<text x="${x(0) + 4}" y="16">false answers</text>
</svg>
`;
}
