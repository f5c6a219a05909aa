import { html, useEffect, useState } from "./preact.js";

/** Why a reply is what it is. `number`: the state's number of its explanation. */
export function WhyPanel({ number }) {
  const explanation = useExplanation(number);
  if (number === undefined) {
    return html`<p class="hint">
      Ask something: this panel then says why the bot replied as it did.
    </p>`;
  }
  if (!explanation) return html`<p class="hint">Loading…</p>`;
  const { message, readAs, because, confidence, words, passages, areCompared } = explanation;
  return html`${message === "" ? null : html`<p class="question" dir="auto">“${message}”</p>`}
    <h3>How it was read</h3>
    ${readAs.map((sentence) => html`<p>${sentence}</p>`)}
    ${words.length > 0 ? html`<${Words} words=${words} />` : null}
    <h3>Why this reply</h3>
    ${because.map((sentence) => html`<p>${sentence}</p>`)}
    ${confidence === undefined ? null : html`<${Bar} share=${confidence} />`}
    ${passages.length > 0 ? html`<${Passages} ...${{ passages, areCompared }} />` : null}`;
}

function useExplanation(number) {
  const [explanation, setExplanation] = useState(undefined);
  useEffect(() => {
    if (number === undefined) return undefined;
    const abort = new AbortController();
    fetch(`/why?number=${number}`, { signal: abort.signal })
      .then((response) => (response.ok ? response.json() : undefined))
      .then((found) => found && setExplanation(found))
      // The page says elsewhere that the preview has stopped.
      .catch(() => undefined);
    return () => abort.abort();
  }, [number]);
  return explanation;
}

function Words({ words }) {
  return html`<ul class="words" aria-label="Words that count">
    ${words.map(
      ({ word, note }) =>
        html`<li class=${note ? "noted" : ""}>
          ${word}${note ? html`<small>${note}</small>` : null}
        </li>`,
    )}
  </ul>`;
}

function Passages({ passages, areCompared }) {
  return html`<h3>${areCompared ? "Passages compared, best first" : "Passages in this reply"}</h3>
    <ol>
      ${passages.map((passage) => html`<${Passage} key=${passage.id} ...${{ passage, areCompared }} />`)}
    </ol>`;
}

function Passage({ passage, areCompared }) {
  const { id, excerpt, speaker, section, isShown, score, fit, reasons } = passage;
  const head = html`<span class="excerpt" dir="auto">
      ${excerpt.map(({ text, isMarked }) => (isMarked ? html`<mark>${text}</mark>` : text))}
    </span>
    <span class="where">
      ${speaker}${section ? ` · § ${section}` : ""}${areCompared && isShown ? " · in the reply" : ""}
    </span>`;
  if (!areCompared) return html`<li class="passage">${head}</li>`;
  return html`<li>
    <details class="passage">
      <summary>${head}<${Bar} share=${fit} /></summary>
      <p class="hint">${score.toFixed(1)} points, because it</p>
      <table>
        ${reasons.map(
          ({ words, points }) =>
            html`<tr>
              <th scope="row">${words}</th>
              <td>${signed(points)}</td>
            </tr>`,
        )}
      </table>
      <p class="hint">${id}</p>
    </details>
  </li>`;
}

/** Drawn rather than a `meter`: browsers colour those as they like. The words beside it say the same. */
function Bar({ share }) {
  return html`<svg class="bar" aria-hidden="true">
    <rect class="track" width="100%" height="100%" rx="3" />
    <rect class="share" width=${`${Math.round(share * 100)}%`} height="100%" rx="3" />
  </svg>`;
}

function signed(points) {
  return `${points < 0 ? "−" : "+"}${Math.abs(points).toFixed(1)}`;
}
