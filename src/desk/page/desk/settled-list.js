import { html } from "./preact.js";
import { dayName } from "./days.js";

/** What was done lately, each with a button to take it back. */
export function SettledList({ settled, undo }) {
  if (settled.length === 0) return null;
  return html`<section aria-labelledby="settled">
    <h3 id="settled">Done lately</h3>
    <ul class="settled">
      ${settled.map(
        ({ id, at, question, done, asked, isMended }) =>
          html`<li key=${id}>
            <span>
              ${question === undefined ? null : html`<q dir="auto">${question}</q> `}${done}
              <small>${factsOf({ at, asked, isMended })}</small>
            </span>
            <button class="pill" onClick=${() => undo(id)}>Undo</button>
          </li>`,
      )}
    </ul>
  </section>`;
}

function factsOf({ at, asked, isMended }) {
  const times = asked === 1 ? "asked once" : `asked ${asked} times`;
  const effect =
    isMended === undefined ? [] : [isMended ? "has a good answer now" : "has no good answer yet"];
  return [times, dayName(at.slice(0, 10)), ...effect].join(" · ");
}
