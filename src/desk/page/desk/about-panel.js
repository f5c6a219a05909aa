import { html } from "./preact.js";
import { TextFields } from "./text-fields.js";

const TITLES = {
  title: "Title",
  publisher: "Publisher",
  author: "Author",
  published: "Published on",
  url: "Address of the page",
  language: "Language: en, uk, ru, …",
};

const SECTION_TITLES = { heading: "Heading", summary: "Summary: the section in one sentence" };

/** What the article is called, where it was published, and its sections. */
export function AboutPanel({ article, openSection, setOpenSection, typing }) {
  const headed = article.sections.filter(({ heading }) => heading !== undefined);
  return html`<div class="fields">
    <${TextFields} of="about:" titles=${TITLES} typing=${typing} />
    ${headed.length > 0 ? html`<h3>Sections</h3>` : null}
    <ul class="people">
      ${headed.map(({ id, heading, summary }) => {
        const isOpen = id === openSection;
        return html`<li key=${id}>
          <button
            class="person"
            aria-expanded=${String(isOpen)}
            onClick=${() => setOpenSection(isOpen ? undefined : id)}
          >
            <span dir="auto">${heading}</span>
            ${isOpen ? null : html`<small dir="auto">${summary}</small>`}
            ${typing.draft(`section:${id}`) ? html`<small class="warn">not saved</small>` : null}
          </button>
          ${
            isOpen
              ? html`<${TextFields}
                  of=${`section:${id}`}
                  titles=${SECTION_TITLES}
                  typing=${typing}
                />`
              : null
          }
        </li>`;
      })}
    </ul>
  </div>`;
}
