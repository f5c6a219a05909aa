import { html } from "./preact.js";
import { daysBetween } from "./days.js";

const BAR = 4;
const HEIGHT = 16;
/** More days would not fit beside a question. */
const MAX_DAYS = 30;

/** How often on each of the last days, as bars; the words beside it say the same. */
export function Sparkline({ days }) {
  const counts = new Map(days);
  const all = daysBetween(days[0][0], days.at(-1)[0]).slice(-MAX_DAYS);
  if (all.length < 2) return null;
  const most = Math.max(...counts.values());
  return html`<svg
    class="sparkline"
    width=${all.length * BAR}
    height=${HEIGHT}
    aria-hidden="true"
    focusable="false"
  >
    ${all.map((day, at) => {
      const height = Math.max(1, Math.round(((counts.get(day) ?? 0) / most) * HEIGHT));
      return html`<rect
        key=${day}
        class=${counts.has(day) ? "" : "none"}
        x=${at * BAR}
        y=${HEIGHT - height}
        width=${BAR - 1}
        height=${height}
      />`;
    })}
  </svg>`;
}
