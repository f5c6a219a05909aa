import { html } from "./preact.js";
import { dayName, daysBetween, spanOf } from "./days.js";
import { BarPlot } from "./bar-plot.js";

const OUTCOMES = [
  ["answered", "answered"],
  ["unsure", "unsure"],
  ["unanswered", "not answered"],
  ["other", "other replies"],
];

const VOTES = [
  ["good", "good"],
  ["bad", "bad"],
  ["wrong-passage", "wrong passage"],
  ["wrong-person", "wrong person"],
  ["misread", "misread"],
];

/** Answers by kind and day, how sure they were, and votes: drawings, each with its figures as a table. */
export function Plots({ days }) {
  const byDay = new Map(days.map((one) => [one.day, one]));
  const all = daysBetween(days[0].day, days.at(-1).day);
  const span = spanOf(days[0].day, days.at(-1).day);
  const answers = all.map((day) => ({
    label: dayName(day),
    up: OUTCOMES.map(([outcome]) => byDay.get(day)?.answers[outcome] ?? 0),
    down: [],
  }));
  const confidence = tenthsOf(days);
  const votes = all.map((day) => {
    const [good = 0, ...others] = VOTES.map(([rating]) => byDay.get(day)?.votes[rating] ?? 0);
    return { label: dayName(day), up: [good], down: [sumOf(others)], counts: [good, ...others] };
  });
  return html`<div class="plots">
    <${Figure}
      title="Answers by day"
      span=${span}
      bars=${answers}
      kinds=${OUTCOMES.map(([, title]) => title)}
      first="Day"
    />
    <${Figure}
      title="How sure"
      span=${span}
      bars=${confidence}
      kinds=${["answers"]}
      first="Confidence"
    />
    <${Figure}
      title="Votes by day"
      span=${span}
      bars=${votes}
      kinds=${["good", "bad"]}
      columns=${VOTES.map(([, title]) => title)}
      first="Day"
    />
  </div>`;
}

function tenthsOf(days) {
  return Array.from({ length: 10 }, (_, tenth) => ({
    label: `${tenth * 10}–${tenth * 10 + 10} %`,
    up: [sumOf(days.map(({ confidence }) => confidence[tenth]))],
    down: [],
  }));
}

function sumOf(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** `columns`: what the table tells apart, if more than the drawing does. */
function Figure({ title, span, bars, kinds, columns = kinds, first }) {
  const counts = bars.map(({ label, up, down, counts: own = [...up, ...down] }) => [label, own]);
  const sums = columns.map((_, at) => sumOf(counts.map(([, own]) => own[at])));
  const summary = columns.map((kind, at) => `${sums[at]} ${kind}`).join(", ");
  const shown = counts.filter(([, own]) => sumOf(own) > 0);
  return html`<figure>
    <figcaption>${title}</figcaption>
    ${
      kinds.length > 1
        ? html`<ul class="plot-legend" aria-hidden="true">
            ${kinds.map((kind, at) => html`<li key=${kind}><i class=${swatchOf(at, bars)}></i>${kind}</li>`)}
          </ul>`
        : null
    }
    ${
      shown.length === 0
        ? html`<p class="hint">None yet.</p>`
        : html`<${BarPlot}
              bars=${bars}
              label=${`${title}, ${span}: ${summary}. The figures are in the table below.`}
            />
            <details>
              <summary>As a table</summary>
              <div class="table" tabindex="0" role="region" aria-label=${`${title}, as a table`}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${first}</th>
                      ${columns.map((column) => html`<th scope="col" key=${column}>${column}</th>`)}
                    </tr>
                  </thead>
                  <tbody>
                    ${shown.map(
                      ([label, own]) =>
                        html`<tr key=${label}>
                          <th scope="row">${label}</th>
                          ${own.map((count) => html`<td>${count}</td>`)}
                        </tr>`,
                    )}
                  </tbody>
                </table>
              </div>
            </details>`
    }
  </figure>`;
}

/** Kinds drawn upwards are numbered from 0; those drawn downwards are `down`. */
function swatchOf(at, [{ up }]) {
  return `swatch ${at < up.length ? `kind-${at}` : "down"}`;
}
