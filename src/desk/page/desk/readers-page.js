import { html, useEffect, useRef, useState } from "./preact.js";
import { askAboutReaders, withoutLost } from "./api.js";
import { spanOf } from "./days.js";
import { Plots } from "./plots.js";
import { ReaderGroup } from "./reader-group.js";
import { SettledList } from "./settled-list.js";

/** How often the page looks for new questions. */
const REFRESH_MS = 20_000;
const SPANS = [7, 30, 90];

/** What readers asked without getting a good answer, and what can be done about it. */
export function ReadersPage({ setNotice, setHasChat }) {
  const [span, setSpan] = useState(30);
  const [view, setView] = useState(undefined);
  const [hidesMended, setHidesMended] = useState(false);
  const [done, setDone] = useState(undefined);
  const doneBar = useRef(null);
  const refresh = async () => {
    const answer = await askAboutReaders({ do: "view", days: span });
    if (!answer.groups) return setNotice(answer.why);
    setNotice(withoutLost);
    setHasChat(answer.hasChat);
    return setView(answer);
  };
  useEffect(() => {
    void refresh();
    const look = () => {
      if (!document.hidden) void refresh();
    };
    const timer = setInterval(look, REFRESH_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [span]);

  // What was refused here is of no interest elsewhere.
  useEffect(() => () => setNotice(""), []);

  /** Says what was done; the group that it was about is gone from where the focus was. */
  const act = async (request) => {
    setNotice("");
    const answer = await askAboutReaders(request);
    if (answer.done === undefined) {
      setNotice(answer.why);
      return false;
    }
    await refresh();
    setDone({ said: answer.done });
    return true;
  };
  useEffect(() => doneBar.current?.focus(), [done]);

  if (!view) return html`<main class="readers"><p class="hint">Loading…</p></main>`;
  const mended = view.groups.filter(({ isMended }) => isMended).length;
  const groups = view.groups.filter(({ isMended }) => !(hidesMended && isMended));
  return html`<main class="readers">
    <header class="readers-head">
      <h2>What readers asked</h2>
      ${view.keptDays === undefined ? null : html`<${Spans} ...${{ span, setSpan }} />`}
      <p class="hint">${describeSpan(view)}</p>
    </header>
    ${view.days.length > 0 ? html`<${Plots} days=${view.days} />` : null}
    <p class="done-bar" role="status" tabindex="-1" ref=${doneBar} hidden=${!done}>
      <span>${done?.said}</span>
      <button class="quiet" onClick=${() => setDone(undefined)}>Close</button>
    </p>
    ${
      mended > 0
        ? html`<label class="hides-mended">
            <input
              type="checkbox"
              checked=${hidesMended}
              onChange=${({ target }) => setHidesMended(target.checked)}
            />
            hide what has a good answer now (${mended})
          </label>`
        : null
    }
    ${
      view.groups.length === 0 && view.days.length > 0
        ? html`<p class="nothing">Every question had a good answer, or is done.</p>`
        : null
    }
    ${bySlug(groups).map(
      ([slug, own]) =>
        html`<${ArticleGroups}
          key=${slug}
          ...${{ groups: own, articles: view.articles, act }}
          article=${view.articles.find((one) => one.slug === slug)}
        />`,
    )}
    ${view.left > 0 ? html`<p class="hint">And ${view.left} smaller groups: they follow once these are done.</p>` : null}
    <${SettledList} settled=${view.settled} undo=${(id) => act({ do: "undo", id })} />
  </main>`;
}

function Spans({ span, setSpan }) {
  return html`<div class="line" role="group" aria-label="How far back">
    ${SPANS.map(
      (days) =>
        html`<button
          key=${days}
          class="pill choice"
          aria-pressed=${String(days === span)}
          onClick=${() => setSpan(days)}
        >
          ${days} days
        </button>`,
    )}
  </div>`;
}

function describeSpan({ keptDays, days }) {
  if (keptDays === undefined) {
    return "Questions are not kept, so there is nothing to show. Set QUESTION_JOURNAL to a file; it holds no names.";
  }
  const kept = `Questions are kept for ${keptDays === 1 ? "a day" : `${keptDays} days`}, without who asked.`;
  if (days.length === 0) return `Nobody has asked anything in this time. ${kept}`;
  const asked = days.reduce((sum, { answers }) => {
    return sum + Object.values(answers).reduce((one, other) => one + other, 0);
  }, 0);
  const questions = asked === 1 ? "1 question" : `${asked.toLocaleString("en-GB")} questions`;
  return `${questions}, ${spanOf(days[0].day, days.at(-1).day)} (UTC). ${kept}`;
}

/** The groups of each article; the article with most questions first. */
function bySlug(groups) {
  const articles = new Map();
  for (const group of groups) {
    articles.set(group.slug, [...(articles.get(group.slug) ?? []), group]);
  }
  return [...articles].toSorted(([, one], [, other]) => askedIn(other) - askedIn(one));
}

function askedIn(groups) {
  return groups.reduce((sum, { asked }) => sum + asked, 0);
}

function ArticleGroups({ article, groups, articles, act }) {
  const { slug } = groups[0];
  const id = `readers-of-${slug}`;
  const address = article?.ref && `#${article.ref.state}/${encodeURIComponent(article.ref.name)}`;
  const title = article?.title ?? (slug || "About no article in particular");
  return html`<section aria-labelledby=${id}>
    <h3 id=${id}>
      ${
        address
          ? html`<a href=${address} dir="auto" lang=${article.language}>${title}</a>`
          : html`<span dir="auto">${title}</span>`
      }
      <small>${groups.length === 1 ? "1 group" : `${groups.length} groups`}</small>
      ${slug !== "" && !article?.ref ? html`<small>no longer here</small>` : null}
    </h3>
    <ul class="reader-groups">
      ${groups.map((group) => html`<${ReaderGroup} key=${group.traces[0]} ...${{ group, address, articles, act }} />`)}
    </ul>
  </section>`;
}
