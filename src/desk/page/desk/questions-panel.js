import { html } from "./preact.js";
import { TextFields } from "./text-fields.js";

/** The questions that readers are offered. Those that import proposed are offered too, until they are taken out. */
export function QuestionsPanel({ article, edit, typing }) {
  const { own, proposed } = article.questions;
  const save = (next) => edit({ do: "questions", own, proposed, ...next });
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
    <${TextFields}
      of="question:"
      titles=${{ question: "Another question" }}
      button="Add"
      isNew
      typing=${typing}
    />
  </div>`;
}

function without(list, question) {
  return list.filter((one) => one !== question);
}
