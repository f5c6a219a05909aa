import { html, useEffect, useRef } from "./preact.js";

/** The article, each sentence in the colour and with the number of whoever says it. */
export function ArticleText({ article, voices, at, select, selectSection, drafts, votes }) {
  const byId = new Map(voices.map((voice) => [voice.id, voice]));
  const text = useRef(null);
  useEffect(() => {
    const current = text.current.querySelector('[aria-current="true"]');
    current?.scrollIntoView({ block: "nearest" });
    if (current && text.current.contains(document.activeElement)) current.focus();
  }, [at]);
  const firstKey = firstKeyOf(article);
  return html`<div class="article" lang=${article.about.language} dir="auto" ref=${text}>
    ${article.sections.map(
      ({ id, heading, summary, passages }) => html`
        ${
          heading
            ? html`<h3 key=${`section ${id}`}>
                <button class="heading" onClick=${() => selectSection(id)}>${heading}</button>
              </h3>`
            : null
        }
        ${summary ? html`<p class="summary" dir="auto">Summary: ${summary}</p>` : null}
        ${passages.map(
          (passage) =>
            html`<${Paragraph}
              key=${passage.id}
              draft=${drafts[`passage:${passage.id}`]}
              ...${{ passage, byId, at, select, firstKey, votes }}
            />`,
        )}
      `,
    )}
  </div>`;
}

function firstKeyOf({ sections }) {
  const [passage] = sections.flatMap(({ passages }) => passages);
  return passage && `${passage.id}/${passage.sentences[0]?.start}`;
}

function Paragraph({ passage, draft, byId, at, select, firstKey, votes }) {
  const { text, sentences, lead, note, isKeyFact } = passage;
  let end = 0;
  let last;
  const parts = sentences.flatMap((sentence) => {
    const before = text.slice(end, sentence.start);
    end = sentence.end;
    const voice = byId.get(sentence.speaker);
    const isNew = last === undefined || last !== sentence.speaker;
    last = sentence.speaker;
    const key = `${passage.id}/${sentence.start}`;
    const words = text.slice(sentence.start, sentence.end);
    return [
      before,
      html`<${Sentence}
        ...${{ sentence, words, voice, isNew, key, at, select, firstKey }}
        voted=${votes.countOf({ ...sentence, passage })}
        id=${key}
      />`,
    ];
  });
  return html`<p
    dir="auto"
    class=${sentences.some(({ needsReview }) => needsReview) ? "uncertain" : ""}
  >
    ${lead ? html`<span class="lead">${isKeyFact ? "★ " : ""}${lead}</span>` : null}
    ${parts}${text.slice(end)} ${note ? html`<span class="note">Note: ${note}</span>` : null}
    ${draft ? html`<span class="note warn">${draft.why ?? "What you typed here is not saved."}</span>` : null}
  </p>`;
}

function Sentence({ sentence, words, voice, isNew, id, at, select, firstKey, voted }) {
  const { needsReview, isProposed, quoted } = sentence;
  const isCurrent = id === at;
  const press = (event) => {
    // Enter on the selected one means that it is right.
    if (event.key !== " " && (event.key !== "Enter" || isCurrent)) return;
    event.preventDefault();
    event.stopPropagation();
    select(id);
  };
  return html`<span
    class=${[
      "sentence",
      voice?.className ?? "",
      quoted === "retold" ? "" : "quoted",
      needsReview ? "needs-review" : "",
    ].join(" ")}
    role="button"
    tabindex=${isCurrent || (at === undefined && id === firstKey) ? 0 : -1}
    aria-current=${String(isCurrent)}
    onClick=${() => select(id)}
    onKeyDown=${press}
    >${isNew ? html`<b class="tag" aria-hidden="true">${voice?.number ?? 0}</b>` : null}<span
      class="for-screen-readers"
      dir="ltr"
      >${describe({ voice, needsReview, isProposed, voted })} </span
    >${words}${voted > 0 ? html` <b class="vote-mark" aria-hidden="true">wrong person? ${voted}</b>` : null}</span
  >`;
}

function describe({ voice, needsReview, isProposed, voted }) {
  const state = needsReview ? " (to review)" : isProposed ? " (proposed)" : "";
  const votes = voted > 0 ? ` (${wrongPersonVotes(voted)})` : "";
  return `${voice?.name ?? "Nobody"}${state}${votes}:`;
}

/** "2 readers say wrong person" */
export function wrongPersonVotes(count) {
  return `${count === 1 ? "1 reader says" : `${count} readers say`} wrong person`;
}
