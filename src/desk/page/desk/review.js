import { html, useEffect, useMemo, useState } from "./preact.js";
import { AboutPanel } from "./about-panel.js";
import { ArticleText } from "./article-text.js";
import { PeoplePanel } from "./people-panel.js";
import { QuestionsPanel } from "./questions-panel.js";
import { allSentences, keyAt, nextFor } from "./sentences.js";
import { SentencePanel } from "./sentence-panel.js";
import { attributionBy } from "./attribution-by.js";
import { useArticle } from "./use-article.js";
import { useReviewKeys } from "./use-review-keys.js";
import { useVotes } from "./use-votes.js";
import { voicesOf } from "./voices.js";

/**
 * An article as set text: who says what, what is uncertain, and everything that can be changed about it. `startAt`: the
 * place to select, if any.
 */
export function Review({ address, startAt, unsaved, setNotice, setHasChat, open }) {
  const [at, setAt] = useState(undefined);
  const [tab, setTab] = useState("sentence");
  const [openSection, setOpenSection] = useState(undefined);
  const { opened, now, isBusy, act, edit, typing } = useArticle({
    address,
    unsaved,
    setNotice,
    setHasChat,
    open,
  });
  const article = opened?.article;
  const sentences = useMemo(() => (article ? allSentences(article) : []), [article]);
  const voices = useMemo(() => (article ? voicesOf(article) : []), [article]);
  const selected = sentences.find(({ key }) => key === at);
  const votes = useVotes(address, opened?.version, setNotice);
  const left = sentences.filter(({ needsReview }) => needsReview).length;

  const select = (key) => {
    setAt(key);
    setTab("sentence");
  };
  useEffect(() => {
    if (startAt && article) select(keyAt(sentences, startAt));
  }, [startAt, article !== undefined]);
  const walk = (direction) => {
    const { article: latest = article } = now() ?? {};
    select(latest && nextFor(allSentences(latest), at, direction)?.key);
  };
  const attribute = async (sentence, change) => {
    const { speaker, kind, quoted } = { ...sentence, ...change };
    const wanted = { do: "attribute", ...rangeOf(sentence), speaker, kind, quoted };
    return edit(wanted);
  };
  const confirm = (sentence) => edit({ do: "confirm", ...rangeOf(sentence) });
  /** Also of a change that is under way. */
  const undo = () => act({ do: "undo" });
  const selectSection = (id) => {
    setTab("about");
    setOpenSection(id);
  };
  const isTyped = Object.keys(unsaved.drafts).length > 0 && !isBusy;

  useReviewKeys({
    walk,
    undo,
    leave: () => setAt(undefined),
    confirm: async () => selected && (await confirm(selected)) && walk(1),
    find: () => {
      if (selected) document.getElementById("find-speaker")?.focus();
    },
    give: async (number) => {
      const voice = voices.find((one) => one.number === number);
      if (selected && voice && (await attribute(selected, attributionBy(selected, voice)))) walk(1);
    },
  });

  if (!opened) return html`<main class="review"><p class="hint">Loading…</p></main>`;
  if (!article) return html`<${Mistakes} ...${{ opened, act, open, undo }} />`;
  return html`<main class="review">
    <div class="sheet">
      <${Title} ...${{ opened, left, isTyped, act, open, undo, forget: unsaved.forgetAll }} />
      <${Legend} voices=${voices} />
      <${ArticleText}
        ...${{ article, voices, at, select, selectSection, votes }}
        drafts=${isBusy ? {} : unsaved.drafts}
      />
    </div>
    <aside class="panel" aria-label="Details">
      <div class="tabs" role="tablist">
        ${[
          ["sentence", "Sentence"],
          ["people", "People"],
          ["questions", "Questions"],
          ["about", "Article"],
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
          {
            people: html`<${PeoplePanel} ...${{ article, voices, edit, typing }} />`,
            questions: html`<${QuestionsPanel} ...${{ article, edit, typing }} />`,
            about: html`<${AboutPanel} ...${{ article, openSection, setOpenSection, typing }} />`,
            sentence: html`<${SentencePanel}
              ...${{ sentence: selected, voices, attribute, confirm, typing, left, walk, votes }}
            />`,
          }[tab]
        }
      </div>
    </aside>
  </main>`;
}

function rangeOf({ passage, start, end }) {
  return { passage: passage.id, start, end };
}

function Title({ opened, ...rest }) {
  const { left, act } = rest;
  const { state, name, article } = opened;
  const { title, language, url, published } = article.about;
  return html`<header class="title">
    <p class="facts">
      <span class=${`chip ${state === "draft" ? "" : "done"}`}>${state}</span>
      <span>${name}</span>
      ${published ? html`<span>${published}</span>` : null}
      ${isEmbargoed(article) ? html`<span class="chip warn">embargo until ${article.embargo}</span>` : null}
      ${url ? html`<a href=${url} target="_blank" rel="noreferrer">the page</a>` : null}
    </p>
    <h2 dir="auto" lang=${language}>${title}</h2>
    <div class="line">
      <span class="progress" role="status">${progressOf(article, left)}</span>
      ${
        article.lacksSpeakers
          ? html`<button class="pill" onClick=${() => act({ do: "proposeSpeakers" })}>
              Propose who says what
            </button>`
          : null
      }
      <${Actions} ...${{ opened, ...rest }} />
    </div>
  </header>`;
}

function progressOf({ lacksSpeakers }, left) {
  if (lacksSpeakers) return "No speakers yet";
  return left === 0 ? "Nothing left to review" : `${left} left to review`;
}

/** Undo, discard, publish and withdraw. A draft with a mistake is not published. */
function Actions({ opened, left = 0, isTyped = false, act, open, undo, forget }) {
  const { state, name, canUndo, article } = opened;
  const isDraft = state === "draft";
  const move = async () => {
    const unread = `${left} ${left === 1 ? "sentence has" : "sentences have"} not been reviewed. Publish all the same?`;
    if (isTyped && !window.confirm("Something you typed is not saved. Go on without it?")) return;
    if (isDraft && left > 0 && !window.confirm(unread)) return;
    if (isDraft && isEmbargoed(article) && !window.confirm(underEmbargo(article))) return;
    if (
      !isDraft &&
      !window.confirm("Readers get no answers from this article any more. Withdraw it?")
    )
      return;
    if (await act({ do: "move" })) open({ state: isDraft ? "published" : "draft", name });
  };
  const discard = async () => {
    if (!window.confirm("Delete this draft?") || !(await act({ do: "discard" }))) return;
    forget?.();
    open(undefined);
  };
  return html`<button class="pill" disabled=${!canUndo} onClick=${undo}>Undo</button>
    ${isDraft ? html`<button class="pill" onClick=${discard}>Discard</button>` : null}
    ${
      isDraft && !article
        ? null
        : html`<button class="primary" onClick=${move}>${isDraft ? "Publish" : "Withdraw"}</button>`
    }`;
}

function isEmbargoed({ embargo }) {
  return embargo !== null && Date.parse(embargo) > Date.now();
}

function underEmbargo({ embargo }) {
  const until = new Date(embargo).toLocaleString("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
  });
  return `This article is under embargo until ${until}. Publish it now all the same?`;
}

/** More would fill a phone. */
const SHOWN_VOICES = 6;

function Legend({ voices }) {
  const [isOpen, setOpen] = useState(false);
  const speaking = voices.filter(({ speaks }) => speaks);
  const others = speaking.length - SHOWN_VOICES;
  // One more takes no more room than the button.
  const isShort = others > 1 && !isOpen;
  return html`<ul class="legend" aria-label="Who speaks">
    ${(isShort ? speaking.slice(0, SHOWN_VOICES) : speaking).map(
      ({ number, name, capacity, className }) =>
        html`<li class=${className}>
          <b class="tag">${number}</b> <span dir="auto">${name}</span>
          ${capacity ? html`<small dir="auto">${capacity}</small>` : null}
        </li>`,
    )}
    ${
      others > 1
        ? html`<li>
            <button class="quiet" aria-expanded=${String(isOpen)} onClick=${() => setOpen(!isOpen)}>
              ${isOpen ? "Show fewer" : `and ${others} more`}
            </button>
          </li>`
        : null
    }
  </ul>`;
}

const NO_CAPACITY = /^`people\.(?<id>[^.`]+)\.capacity` is missing/u;

/** Mistakes are parts of lines in a terminal. */
function asSentence(message) {
  const { id } = NO_CAPACITY.exec(message)?.groups ?? {};
  if (id) return `Say in what capacity “${id}” speaks: add “capacity: …”.`;
  const text = message.replaceAll(/`(?<code>[^`]+)`/gu, "“$<code>”");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function Mistakes({ opened, ...actions }) {
  return html`<main class="review">
    <div class="sheet">
      <h2>${opened.name}</h2>
      <p>
        ${opened.mistakes.length === 1 ? "This file has a mistake." : "This file has mistakes."}${" "}
        Once corrected in the file, the article is shown here.
      </p>
      <ul class="mistakes">
        ${opened.mistakes.map(
          ({ line, message, near }) =>
            html`<li>
              ${near ? html`<pre dir="auto">${near}</pre>` : null}
              <p class="trouble"><span>${asSentence(message)}</span> <small>Line ${line}</small></p>
            </li>`,
        )}
      </ul>
      <div class="line"><${Actions} ...${{ opened, ...actions }} /></div>
    </div>
  </main>`;
}
