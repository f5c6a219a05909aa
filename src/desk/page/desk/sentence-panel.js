import { html, useEffect, useState } from "./preact.js";
import { attributionBy } from "./attribution-by.js";
import { listOf, TextFields } from "./text-fields.js";
import { QUOTED } from "./voices.js";

const KINDS = {
  opinion: "opinion",
  announcement: "announcement",
  report: "report",
};

/** Who says the selected sentence, and what editors add to its paragraph. */
export function SentencePanel({ sentence, voices, attribute, confirm, edit, left, walk }) {
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
    <${PassageFields} key=${passage.seen} ...${{ passage, edit }} />
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

/** Lead, note, keywords and key fact are of the whole paragraph. */
function PassageFields({ passage, edit }) {
  const [fields, setFields] = useState(undefined);
  useEffect(() => setFields(undefined), [passage.id]);
  const shown = fields ?? {
    isKeyFact: passage.isKeyFact,
    lead: passage.lead,
    note: passage.note,
    keywords: passage.keywords.join(", "),
  };
  const change = (changed) => setFields({ ...shown, ...changed });
  const save = (event) => {
    event.preventDefault();
    const keywords = listOf(shown.keywords);
    void edit(passage.seen, { do: "describe", passage: passage.id, ...shown, keywords });
  };
  return html`<form class="fields" onSubmit=${save}>
    <h3>The paragraph</h3>
    <label>
      <input
        type="checkbox"
        checked=${shown.isKeyFact}
        onChange=${({ target }) => change({ isKeyFact: target.checked })}
      />
      a key fact
    </label>
    <${TextFields} titles=${TITLES} values=${shown} change=${change} />
    <button class="pill" disabled=${fields === undefined}>Save</button>
  </form>`;
}
