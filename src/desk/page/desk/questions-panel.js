import { html, useState } from "./preact.js";

/** The questions that readers are offered. Those that import proposed are offered too, until they are taken out. */
export function QuestionsPanel({ article, edit }) {
  const { own, proposed, seen } = article.questions;
  const [added, setAdded] = useState("");
  const save = (next) => edit(seen, { do: "questions", own, proposed, ...next });
  const add = async (event) => {
    event.preventDefault();
    const question = added.trim();
    if (question !== "" && (await save({ own: [...own, question] }))) setAdded("");
  };
  return html`<div class="fields">
    <ul class="questions">
      ${own.map(
        (question) =>
          html`<li key=${question}>
            <span dir="auto">${question}</span>
            <button class="pill" onClick=${() => save({ own: without(own, question) })}>
              Take out
            </button>
          </li>`,
      )}
      ${proposed.map(
        (question) =>
          html`<li key=${question} class="proposed">
            <span dir="auto">${question} <small>proposed</small></span>
            <span class="line">
              <button
                class="pill"
                onClick=${() =>
                  save({ own: [...own, question], proposed: without(proposed, question) })}
              >
                Keep
              </button>
              <button class="pill" onClick=${() => save({ proposed: without(proposed, question) })}>
                Take out
              </button>
            </span>
          </li>`,
      )}
    </ul>
    ${own.length + proposed.length === 0 ? html`<p class="hint">No questions yet.</p>` : null}
    <form class="fields" onSubmit=${add}>
      <label class="field">
        Another question
        <input value=${added} dir="auto" onInput=${({ target }) => setAdded(target.value)} />
      </label>
      <button class="pill">Add</button>
    </form>
  </div>`;
}

function without(list, question) {
  return list.filter((one) => one !== question);
}
