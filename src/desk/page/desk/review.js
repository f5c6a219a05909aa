import { html, useEffect, useMemo, useRef, useState } from "./preact.js";
import { askDesk, withoutLost } from "./api.js";
import { ArticleText } from "./article-text.js";
import { PeoplePanel } from "./people-panel.js";
import { QuestionsPanel } from "./questions-panel.js";
import { nextFor, allSentences } from "./sentences.js";
import { SentencePanel } from "./sentence-panel.js";
import { attributionBy } from "./attribution-by.js";
import { useReviewKeys } from "./use-review-keys.js";
import { voicesOf } from "./voices.js";

/** How often the page looks whether the file was saved elsewhere. */
const REFRESH_MS = 3000;

/** An article as set text: who says what, what is uncertain, and everything that can be changed about it. */
export function Review({ address, setNotice, setHasChat, open }) {
  const [opened, setOpened] = useState(undefined);
  const [at, setAt] = useState(undefined);
  const [tab, setTab] = useState("sentence");
  const isBusy = useRef(false);
  const asked = useRef(undefined);
  const take = (answer) => {
    if (answer.hasChat !== undefined) setHasChat(answer.hasChat);
    if (answer.opened) setOpened(answer.opened);
    if (answer.gone) open(undefined);
    setNotice((notice) => answer.why ?? withoutLost(notice));
    return answer.why === undefined;
  };
  useEffect(() => {
    let isOver = false;
    const refresh = async () => {
      if (isBusy.current) return;
      const answer = await askDesk({ do: "open", ref: address, version: opened?.version });
      if (isOver) return;
      if (answer.gone) setNotice(`${address.name} is no longer here: ${GONE[address.state]}`);
      take(answer);
    };
    void refresh();
    const timer = setInterval(() => !document.hidden && refresh(), REFRESH_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [opened?.version]);

  const article = opened?.article;
  const sentences = useMemo(() => (article ? allSentences(article) : []), [article]);
  const voices = useMemo(() => (article ? voicesOf(article) : []), [article]);
  const selected = sentences.find(({ key }) => key === at);
  const left = sentences.filter(({ needsReview }) => needsReview).length;

  /** One action after another: each builds on what the one before has left. */
  const act = async (request) => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setNotice("");
    asked.current = askDesk({ ...request, ref: address });
    const answer = await asked.current;
    isBusy.current = false;
    return take(answer);
  };
  const edit = async (seen, change) => {
    return act({ do: "edit", seen, edit: change });
  };
  const select = (key) => {
    setAt(key);
    setTab("sentence");
  };
  const walk = (direction) => select(nextFor(sentences, at, direction)?.key);
  const attribute = async (sentence, change) => {
    const { speaker, kind, quoted } = { ...sentence, ...change };
    const wanted = { do: "attribute", ...rangeOf(sentence), speaker, kind, quoted };
    return edit(sentence.passage.seen, wanted);
  };
  const confirm = (sentence) =>
    edit(sentence.passage.seen, { do: "confirm", ...rangeOf(sentence) });
  /** Also of a change that is under way. */
  const undo = async () => {
    await asked.current;
    return act({ do: "undo" });
  };

  useReviewKeys({
    walk,
    undo,
    leave: () => setAt(undefined),
    confirm: async () => selected && (await confirm(selected)) && walk(1),
    give: async (number) => {
      const voice = voices.find((one) => one.number === number);
      if (selected && voice && (await attribute(selected, attributionBy(selected, voice)))) walk(1);
    },
  });

  if (!opened) return html`<main class="review"><p class="hint">Loading…</p></main>`;
  if (!article) return html`<${Mistakes} ...${{ opened, act, open, undo }} />`;
  return html`<main class="review">
    <div class="sheet">
      <${Title} ...${{ opened, left, act, open, undo }} />
      <${Legend} voices=${voices} />
      <${ArticleText} ...${{ article, voices, at, select }} />
    </div>
    <aside class="panel" aria-label="Details">
      <div class="tabs" role="tablist">
        ${[
          ["sentence", "Sentence"],
          ["people", "People"],
          ["questions", "Questions"],
        ].map(
          ([name, title]) =>
            html`<button
              role="tab"
              id=${`tab-${name}`}
              aria-selected=${String(tab === name)}
              aria-controls="tab-panel"
              onClick=${() => setTab(name)}
            >
              ${title}
            </button>`,
        )}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby=${`tab-${tab}`}>
        ${
          tab === "people"
            ? html`<${PeoplePanel} ...${{ article, voices, edit }} />`
            : tab === "questions"
              ? html`<${QuestionsPanel} ...${{ article, edit }} />`
              : html`<${SentencePanel}
                  ...${{ sentence: selected, voices, attribute, confirm, edit, left, walk }}
                />`
        }
      </div>
    </aside>
  </main>`;
}

const GONE = {
  draft: "somebody has published, discarded or renamed it.",
  published: "somebody has withdrawn or renamed it.",
};

function rangeOf({ passage, start, end }) {
  return { passage: passage.id, start, end };
}

function Title({ opened, left, act, open, undo }) {
  const { state, name, article } = opened;
  const { title, language, source } = article;
  return html`<header class="title">
    <p class="facts">
      <span class=${`chip ${state === "draft" ? "" : "done"}`}>${state}</span>
      <span>${name}</span>
      ${source.publishedOn ? html`<span>${source.publishedOn}</span>` : null}
      ${source.url ? html`<a href=${source.url} target="_blank" rel="noreferrer">the page</a>` : null}
    </p>
    <h2 dir="auto" lang=${language}>${title}</h2>
    <div class="line">
      <span class="progress" role="status">
        ${left === 0 ? "Nothing left to review" : `${left} left to review`}
      </span>
      <${Actions} ...${{ opened, left, act, open, undo }} />
    </div>
  </header>`;
}

/** Undo, discard, publish and withdraw. A draft with a mistake is not published. */
function Actions({ opened, left = 0, act, open, undo }) {
  const { state, name, canUndo, article } = opened;
  const isDraft = state === "draft";
  const move = async () => {
    const unread = `${left} ${left === 1 ? "sentence has" : "sentences have"} not been reviewed. Publish all the same?`;
    if (isDraft && left > 0 && !window.confirm(unread)) return;
    if (
      !isDraft &&
      !window.confirm("Readers get no answers from this article any more. Withdraw it?")
    )
      return;
    if (await act({ do: "move" })) open({ state: isDraft ? "published" : "draft", name });
  };
  const discard = async () => {
    if (window.confirm("Delete this draft?") && (await act({ do: "discard" }))) open(undefined);
  };
  return html`<button class="pill" disabled=${!canUndo} onClick=${undo}>Undo</button>
    ${isDraft ? html`<button class="pill" onClick=${discard}>Discard</button>` : null}
    ${
      isDraft && !article
        ? null
        : html`<button class="primary" onClick=${move}>${isDraft ? "Publish" : "Withdraw"}</button>`
    }`;
}

function Legend({ voices }) {
  return html`<ul class="legend" aria-label="Who speaks">
    ${voices
      .filter(({ speaks }) => speaks)
      .map(
        ({ number, name, capacity, className }) =>
          html`<li class=${className}>
            <b class="tag">${number}</b> <span dir="auto">${name}</span>
            ${capacity ? html`<small dir="auto">${capacity}</small>` : null}
          </li>`,
      )}
  </ul>`;
}

function Mistakes({ opened, ...actions }) {
  return html`<main class="review">
    <div class="sheet">
      <h2>${opened.name}</h2>
      <p>This file has a mistake. Correct it in the file itself; then the article is shown here.</p>
      <ul class="mistakes">
        ${opened.mistakes.map((mistake) => html`<li><code>${mistake}</code></li>`)}
      </ul>
      <div class="line"><${Actions} ...${{ opened, ...actions }} /></div>
    </div>
  </main>`;
}
