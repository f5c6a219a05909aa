import { html, useState } from "./preact.js";
import { TextFields } from "./text-fields.js";

/** Everybody in the article: names, roles and aliases, and who are one and the same. */
export function PeoplePanel({ article, voices, edit, typing }) {
  const [openId, setOpenId] = useState(undefined);
  const numbers = new Map(voices.map(({ id, number }) => [id, number]));
  return html`<div class="fields">
    <ul class="people">
      ${article.people.map((person) => {
        const { id, name, capacity, isPublisher } = person;
        const isOpen = id === openId;
        return html`<li key=${id}>
          <button
            class="person"
            aria-expanded=${String(isOpen)}
            onClick=${() => setOpenId(isOpen ? undefined : id)}
          >
            <b class="tag">${isPublisher ? 0 : numbers.get(id)}</b>
            <span dir="auto">${name}</span>
            <small dir="auto">${isPublisher ? "publisher" : (capacity ?? "")}</small>
            ${typing.draft(`person:${id}`) ? html`<small class="warn">not saved</small>` : null}
          </button>
          ${
            isOpen
              ? html`<${TextFields} of=${`person:${id}`} titles=${TITLES} typing=${typing}>
                  <${Merge}
                    ...${{ person, edit, others: article.people.filter((one) => one !== person) }}
                  />
                <//>`
              : null
          }
        </li>`;
      })}
    </ul>
    <h3>Somebody else</h3>
    <${TextFields} of="person:" titles=${TITLES} button="Add" isNew typing=${typing} />
  </div>`;
}

const TITLES = { name: "Name", capacity: "Role", aliases: "Other names, with commas between them" };

function Merge({ person, others, edit }) {
  if (person.isPublisher || others.length === 0) return null;
  const merge = ({ target }) => {
    if (target.value === "") return;
    const change =
      target.value === REMOVE
        ? { do: "remove-person", person: person.id }
        : { do: "merge", person: person.id, into: target.value };
    void edit(change);
    target.value = "";
  };
  return html`<select aria-label=${`${person.name} is really …`} onChange=${merge}>
    <option value="">is really …</option>
    ${others.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
    <option value=${REMOVE}>nobody: take out</option>
  </select>`;
}

/** No id of a person has a space. */
const REMOVE = "take out";
