import { html } from "./preact.js";
import { wrongPersonVotes } from "./article-text.js";
import { attributionBy } from "./attribution-by.js";
import { FindSpeaker } from "./find-speaker.js";
import { TextFields } from "./text-fields.js";
import { QUOTED } from "./voices.js";

const KINDS = {
  opinion: "opinion",
  announcement: "announcement",
  report: "report",
};

/** Who says the selected sentence, and what editors add to its paragraph. */
export function SentencePanel({ sentence, voices, attribute, confirm, typing, left, walk, votes }) {
  if (!sentence) {
    return html`<div class="help">
      <p>Select a sentence to see or change who says it.</p>
      ${
        left > 0
          ? html`<button class="primary" onClick=${() => walk(1)}>
              Go to the first of ${left}
            </button>`
          : null
      }
      <dl class="keys">
        <dt><kbd>j</kbd> <kbd>k</kbd></dt>
        <dd>next, previous to review</dd>
        <dt><kbd>Enter</kbd></dt>
        <dd>it is right</dd>
        <dt><kbd>0</kbd>–<kbd>9</kbd></dt>
        <dd>this speaker says it</dd>
        ${
          voices.length > 10
            ? html`<dt><kbd>s</kbd></dt>
                <dd>find another speaker, by number or name</dd>`
            : null
        }
        <dt><kbd>u</kbd></dt>
        <dd>undo</dd>
      </dl>
    </div>`;
  }
  const { speaker, kind, quoted, needsReview, isProposed, confidence, passage } = sentence;
  return html`<div class="fields">
    <blockquote dir="auto">${sentence.text}</blockquote>
    ${
      isProposed || needsReview
        ? html`<p class="line">
            <span class="hint">
              Proposed${confidence === undefined ? "" : `, ${Math.round(confidence * 100)} % sure`}
            </span>
            <button class="primary" onClick=${() => confirm(sentence)}>It is right</button>
          </p>`
        : html`<p class="hint">Confirmed by an editor, or written by one.</p>`
    }
    ${
      votes.countOf(sentence) > 0
        ? html`<p class="line voted">
            <b>${wrongPersonVotes(votes.countOf(sentence))}</b>
            <button class="pill" onClick=${() => votes.settle(sentence)}>Settled</button>
          </p>`
        : null
    }
    <${FindSpeaker}
      voices=${voices}
      choose=${(voice) => attribute(sentence, attributionBy(sentence, voice))}
    />
    <label for="speaker">Who says it</label>
    <select
      id="speaker"
      value=${speaker ?? ""}
      onChange=${({ target }) => {
        const id = target.value === "" ? null : target.value;
        void attribute(sentence, attributionBy(sentence, { id }));
      }}
    >
      ${voices.map(
        ({ id, number, name, capacity }) =>
          html`<option value=${id ?? ""} selected=${id === speaker}>
            ${number}. ${name}${capacity ? ` · ${capacity}` : ""}
          </option>`,
      )}
    </select>
    <${Choice}
      label="Kind"
      name="kind"
      choices=${KINDS}
      value=${kind}
      choose=${(next) => attribute(sentence, { kind: next })}
    />
    <${Choice}
      label="Whose words"
      name="quoted"
      choices=${QUOTED}
      value=${quoted}
      choose=${(next) => attribute(sentence, { quoted: next })}
    />
    <h3>The paragraph</h3>
    <${TextFields}
      key=${passage.id}
      of=${`passage:${passage.id}`}
      titles=${TITLES}
      typing=${typing}
    />
  </div>`;
}

function Choice({ label, name, choices, value, choose }) {
  return html`<fieldset>
    <legend>${label}</legend>
    ${Object.entries(choices).map(
      ([choice, title]) =>
        html`<label>
          <input
            type="radio"
            name=${name}
            value=${choice}
            checked=${choice === value}
            onChange=${() => choose(choice)}
          />
          ${title}
        </label>`,
    )}
  </fieldset>`;
}

const TITLES = {
  lead: "Lead: the fact in a few words",
  note: "Note to readers",
  keywords: "Keywords, with commas between them",
};
