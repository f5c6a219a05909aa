import { html, useEffect, useState } from "./preact.js";
import { askDesk, withoutLost } from "./api.js";
import { FeedsBox } from "./feeds-box.js";
import { ImportBox } from "./import-box.js";

/** How often the list looks for changes in the folders. */
const REFRESH_MS = 4000;

/** All drafts and published articles, and a box to import another one. */
export function ArticleList({ unsaved, setNotice, setHasChat, open }) {
  const [articles, setArticles] = useState(undefined);
  useEffect(() => {
    const refresh = async () => {
      const answer = await askDesk({ do: "list" });
      if (!answer.articles) return setNotice(answer.why);
      setNotice(withoutLost);
      setHasChat(answer.hasChat);
      return setArticles(answer.articles);
    };
    void refresh();
    const timer = setInterval(() => !document.hidden && refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  const inState = (wanted) => articles.filter(({ state }) => state === wanted);

  return html`<main class="articles">
    <${ImportBox} ...${{ unsaved, setNotice, open }} />
    ${
      articles?.length === 0
        ? html`<section class="welcome" aria-labelledby="welcome">
            <h2 id="welcome">No article yet</h2>
            <p>
              Paste the link of a news article above, or its text. It becomes a draft in which you
              see who says what; once you publish it, readers can ask the bot about it.
            </p>
          </section>`
        : articles
          ? html`<${Articles}
                title="Drafts"
                articles=${inState("draft")}
                empty="No drafts. What you import waits here until you publish it."
              />
              <${Articles}
                title="Published"
                articles=${inState("published")}
                empty="Nothing is published: the bot has nothing to answer from."
              />`
          : html`<p class="hint">Loading…</p>`
    }
    <${FeedsBox} />
  </main>`;
}

function Articles({ title, articles, empty }) {
  const id = `list-${title}`;
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${title} <small>${articles.length}</small></h2>
    ${articles.length === 0 ? html`<p class="hint">${empty}</p>` : null}
    <ul class="article-list">
      ${articles.map((article) => html`<${Line} key=${article.name} article=${article} />`)}
    </ul>
  </section>`;
}

function Line({ article }) {
  const { state, name, title, language, changedAt, forReview, lacksSpeakers, passages, mistakes } =
    article;
  return html`<li>
    <a href=${`#${state}/${encodeURIComponent(name)}`}>
      <b dir="auto" lang=${language}>${title}</b>
      <span class="facts">
        <span>${name}</span>
        <span>${passages} ${passages === 1 ? "passage" : "passages"}</span>
        <time datetime=${changedAt}>${when(changedAt)}</time>
      </span>
    </a>
    ${
      mistakes.length > 0
        ? html`<span class="chip warn"
            >${mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`}</span
          >`
        : forReview > 0
          ? html`<span class="chip">${forReview} to review</span>`
          : lacksSpeakers
            ? html`<span class="chip">no speakers yet</span>`
            : html`<span class="chip done">reviewed</span>`
    }
  </li>`;
}

/** "14:05" today, otherwise the date. */
function when(iso) {
  const date = new Date(iso);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday
    ? date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })
    : date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
}
