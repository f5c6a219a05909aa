import { html, useEffect, useRef, useState } from "./preact.js";

const HEIGHT = 150;
const LEFT = 30;
const BELOW = 20;
const ABOVE = 8;
const MAX_BAR = 28;
/** A label below takes this much room. */
const LABEL = 64;

/** Stacked bars upwards, and downwards from the same line. As wide as there is room, so that letters keep their size. */
export function BarPlot({ bars, label }) {
  const box = useRef(null);
  const [width, setWidth] = useState(320);
  useEffect(() => {
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(contentRect.width));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const step = (width - LEFT) / bars.length;
  const bar = Math.max(1, Math.min(MAX_BAR, step * 0.8));
  const highest = topOf(bars.map(({ up }) => up));
  const lowest = topOf(bars.map(({ down }) => down));
  const unit = (HEIGHT - ABOVE - BELOW) / (highest + lowest || 1);
  const zero = ABOVE + highest * unit;
  const every = Math.max(1, Math.ceil((bars.length * LABEL) / (width - LEFT)));
  const ticks = [...new Set([highest, lowest === 0 ? halfOf(highest) : 0, -lowest])].filter(
    (tick) => tick !== 0,
  );

  return html`<div ref=${box}>
    <svg class="plot" role="img" aria-label=${label} width=${width} height=${HEIGHT}>
      <${Patterns} />
      ${ticks.map(
        (tick) =>
          html`<g key=${tick}>
            <line
              class="grid"
              x1=${LEFT}
              x2=${width}
              y1=${zero - tick * unit}
              y2=${zero - tick * unit}
            />
            <text x=${LEFT - 6} y=${zero - tick * unit + 4} text-anchor="end"
              >${Math.abs(tick)}</text
            >
          </g>`,
      )}
      ${bars.map(({ label: name, up, down }, at) => {
        const x = LEFT + at * step + (step - bar) / 2;
        return html`<g key=${name}>
          <title>${name}: ${[...up, ...down].join(", ")}</title>
          <${Stack} counts=${up} ...${{ x, bar, unit, zero }} />
          ${
            down[0] > 0
              ? html`<rect class="down" x=${x} y=${zero} width=${bar} height=${down[0] * unit} />`
              : null
          }
          ${
            at % every === 0 && at * step + LABEL * 0.75 < width - LEFT
              ? html`<text x=${LEFT + at * step} y=${HEIGHT - 4}>${name}</text>`
              : null
          }
        </g>`;
      })}
      <line class="zero" x1=${LEFT} x2=${width} y1=${zero} y2=${zero} />
    </svg>
  </div>`;
}

function Stack({ counts, x, bar, unit, zero }) {
  let top = zero;
  return counts.map((count, kind) => {
    if (count === 0) return null;
    const height = count * unit;
    top -= height;
    return html`<rect
      key=${kind}
      class=${`kind-${kind}`}
      x=${x}
      y=${top}
      width=${bar}
      height=${Math.max(0.5, height - 0.5)}
    />`;
  });
}

/** Stripes and dots: told apart without colour. */
function Patterns() {
  return html`<defs>
    <pattern
      id="stripes"
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect class="ground" width="5" height="5" />
      <rect class="mark" width="2.5" height="5" />
    </pattern>
    <pattern id="dots" width="4" height="4" patternUnits="userSpaceOnUse">
      <rect class="ground" width="4" height="4" />
      <circle class="mark" cx="2" cy="2" r="0.9" />
    </pattern>
  </defs>`;
}

/** The highest bar, rounded up to a number that can be halved. */
function topOf(stacks) {
  const most = Math.max(0, ...stacks.map((counts) => counts.reduce((sum, one) => sum + one, 0)));
  if (most <= 2) return most;
  const magnitude = 10 ** Math.floor(Math.log10(most));
  const step = most <= 10 ? 2 : magnitude / 5;
  return Math.ceil(most / step) * step;
}

function halfOf(number) {
  return Number.isInteger(number / 2) ? number / 2 : 0;
}
