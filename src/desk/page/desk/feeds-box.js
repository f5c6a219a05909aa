import { html, useEffect, useState } from "./preact.js";
import { askFeeds } from "./api.js";

const REFRESH_MS = 10_000;

/** The feeds that are followed, how they are, and what editors should know; nothing if there are none. */
export function FeedsBox() {
  const [report, setReport] = useState(undefined);
  useEffect(() => {
    const refresh = async () => setReport((await askFeeds()) ?? undefined);
    void refresh();
    const timer = setInterval(() => !document.hidden && refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  if (!report || report.feeds.length + report.mistakes.length === 0) return null;
  const { feeds, mistakes, isFollowing } = report;
  return html`<section aria-labelledby="list-feeds" class="feeds">
    <h2 id="list-feeds">Feeds <small>${feeds.length}</small></h2>
    ${isFollowing ? null : html`<p class="hint">Another process follows them; this is how they were when this one started.</p>`}
    ${
      mistakes.length === 0
        ? null
        : html`<ul class="mistakes">
            ${mistakes.map((mistake) => html`<li><code>${mistake}</code></li>`)}
          </ul>`
    }
    <ul class="article-list">
      ${feeds.map((feed) => html`<${Feed} key=${feed.url} feed=${feed} />`)}
    </ul>
  </section>`;
}

function Feed({ feed }) {
  const { url, state, error, failures, lastSuccessAt, nextAt, counts, notes, publishes } = feed;
  return html`<li>
    <div class="feed">
      <b>${url.replace(/^https?:\/\//u, "")}</b>
      <span class="facts">
        <span>${countsOf(counts)}</span>
        ${publishes ? html`<span>${counts.published} published without an editor</span>` : null}
        ${lastSuccessAt ? html`<span>read <${Time} iso=${lastSuccessAt} /></span>` : null}
        ${nextAt ? html`<span>next <${Time} iso=${nextAt} /></span>` : null}
      </span>
      ${error ? html`<p class="hint">${failures > 1 ? `${failures} times in a row: ` : ""}${error}.</p>` : null}
      ${
        notes.length === 0
          ? null
          : html`<details>
              <summary>${notes.length === 1 ? "1 note" : `${notes.length} notes`}</summary>
              <ul>
                ${notes.map(
                  ({ at, about, what }) =>
                    html`<li><${Time} iso=${at} /> <span>${about}</span>: ${what}</li>`,
                )}
              </ul>
            </details>`
      }
    </div>
    <span class=${`chip ${CHIPS[state]}`}>${state}</span>
  </li>`;
}

function countsOf({ imported, updated, withdrawn }) {
  return `${imported} imported, ${updated} updated, ${withdrawn} withdrawn`;
}

/** By the feed's state. */
const CHIPS = { new: "", followed: "done", failing: "warn", ended: "warn" };

function Time({ iso }) {
  const date = new Date(iso);
  const format = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  return html`<time datetime=${iso}>${date.toLocaleString("en-GB", format)}</time>`;
}
