import { html, useEffect, useState } from "./preact.js";
import { askAboutReaders } from "./api.js";

/** The passages of an article: a click on one makes the golden question, or gives it keywords. */
export function PassagePicker({ slug, question, language, mode, settle }) {
  const [choices, setChoices] = useState(undefined);
  const [ask, setAsk] = useState(question);
  const [off, setOff] = useState([]);
  useEffect(() => {
    const load = async () => {
      const answer = await askAboutReaders({ do: "choices", slug, question, language });
      setChoices(answer.choices ?? []);
    };
    void load();
  }, []);
  if (!choices) return html`<p class="hint">Loading…</p>`;

  const words = [...new Set(choices.flatMap(({ lacks }) => lacks))];
  const lacking = (choice) => choice.lacks.filter((word) => !off.includes(word));
  const toggle = (word) => {
    setOff(off.includes(word) ? off.filter((one) => one !== word) : [...off, word]);
  };
  const choose = (choice) => {
    const { passage } = choice;
    return mode === "golden"
      ? settle({ do: "golden", ask, language, passage })
      : settle({ do: "keywords", language, passage, words: lacking(choice) });
  };
  const likely = choices.filter(({ isLikely }) => isLikely);
  const others = choices.filter(({ isLikely }) => !isLikely);
  const passages = (shown) =>
    html`<ul>
      ${shown.map(
        (choice) =>
          html`<${Choice}
            key=${choice.passage}
            ...${{ choice, language, choose }}
            adds=${mode === "keywords" ? lacking(choice) : undefined}
          />`,
      )}
    </ul>`;

  return html`<div class="picker">
    ${
      mode === "golden"
        ? html`<label class="field">
            The question
            <input value=${ask} dir="auto" onInput=${({ target }) => setAsk(target.value)} />
          </label>`
        : html`<div class="line" role="group" aria-label="Words of the question">
            ${words.map(
              (word) =>
                html`<button
                  key=${word}
                  class="pill choice"
                  aria-pressed=${String(!off.includes(word))}
                  onClick=${() => toggle(word)}
                >
                  ${word}
                </button>`,
            )}
          </div>`
    }
    <p class="hint">
      ${mode === "golden" ? "Click on the passage that answers it." : "Click on the passage that they should lead to."}
    </p>
    ${likely.length > 0 ? passages(likely) : passages(others)}
    ${
      likely.length > 0 && others.length > 0
        ? html`<details>
            <summary>
              ${others.length === 1 ? "The other passage" : `The other ${others.length} passages`}
            </summary>
            ${passages(others)}
          </details>`
        : null
    }
  </div>`;
}

function Choice({ choice, language, choose, adds }) {
  const { passage, text, speaker } = choice;
  return html`<li>
    <button class="passage-choice" disabled=${adds?.length === 0} onClick=${() => choose(choice)}>
      <span dir="auto" lang=${language}>${text}</span>
      <small>
        #${passage}${speaker ? html` · <span dir="auto">${speaker}</span>` : null}
        ${adds === undefined ? null : adds.length === 0 ? " · has all of them" : ` · adds ${adds.join(", ")}`}
      </small>
    </button>
  </li>`;
}
