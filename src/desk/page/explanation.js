import { html } from "./preact.js";

const VERDICTS = {
  answered: "answered",
  unsure: "not sure",
  "not-covered": "not in the article",
};

/** Answers chosen by the question's intent; the search result is shown for information only. */
const BY_INTENT = {
  points: "all that this person says",
  person: "who this is",
  overview: "an overview of the article",
  source: "where the article comes from",
  "small-talk": "small talk",
};

/** Why the last answer was chosen. */
export function Explanation({ explanation }) {
  if (!explanation) {
    return html`<p class="hint">Ask something to see why its passage was chosen.</p>`;
  }
  const { question, answer, verdict, confidence, wants, people, words, candidates } = explanation;
  const best = Math.max(...candidates.map(({ score }) => score), 1);
  return html`<p class="question">“${question}”</p>
    <dl>
      ${
        BY_INTENT[answer]
          ? html`<dt>Read as</dt>
              <dd>${BY_INTENT[answer]}</dd>`
          : null
      }
      <dt>${BY_INTENT[answer] ? "Search" : "Verdict"}</dt>
      <dd>
        <span class=${`verdict ${verdict}`}>${VERDICTS[verdict]}</span>
        <meter min="0" max="1" value=${confidence} aria-label="Confidence"></meter>
        ${Math.round(confidence * 100)} %
      </dd>
      <dt>Asks for</dt>
      <dd>${wants}</dd>
      <dt>People</dt>
      <dd>${people.join(", ") || "nobody named"}</dd>
      <dt>Words</dt>
      <dd class="words">
        ${words.map(
          ({ word, status, readAs }) =>
            html`<span class=${status}>${word}${readAs ? ` → ${readAs}` : ""}</span>`,
        )}
        ${words.length === 0 ? "only stop words" : null}
      </dd>
    </dl>
    <h3>Passages, best first</h3>
    <ol>
      ${candidates.map((candidate) => html`<${Candidate} ...${candidate} best=${best} />`)}
    </ol>
    ${candidates.length === 0 ? html`<p class="hint">No passage has any of these words.</p>` : null}`;
}

function Candidate({ id, speaker, section, text, score, best, matchedTerms, details }) {
  return html`<li>
    <details>
      <summary>
        <span class="speaker">${speaker}</span>
        <span class="score">${score.toFixed(1)}</span>
        <span class="where">§ ${section}</span>
        <progress max=${best} value=${Math.max(score, 0)} aria-hidden="true"></progress>
      </summary>
      <p>${text}</p>
      <p class="hint">${id} · matches ${matchedTerms.join(", ") || "none of the words"}</p>
      <table>
        <caption>
          What counted most
        </caption>
        ${details.map(
          ({ feature, points }) =>
            html`<tr>
              <th scope="row">${inWords(feature)}</th>
              <td>${points.toFixed(2)}</td>
            </tr>`,
        )}
      </table>
    </details>
  </li>`;
}

/** `sentenceShare` reads as "sentence share". */
function inWords(name) {
  return name.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
}
