import { html, useState } from "./preact.js";
import { wrongPersonVotes } from "./article-text.js";
import { spanOf } from "./days.js";
import { PassagePicker } from "./passage-picker.js";
import { Sparkline } from "./sparkline.js";

/** Questions that ask the same: how often, what came of them, and what can be done. */
export function ReaderGroup({ group, address, articles, act }) {
  const { question, wordings, language, asked, days, traces, isMended, voted } = group;
  const [picking, setPicking] = useState(undefined);
  const [chosen, setChosen] = useState("");
  const slug = group.slug || chosen;
  const pick = (mode) => setPicking(picking === mode ? undefined : mode);
  const settle = (action) => act({ do: "settle", action: { slug, traces, ...action } });
  const isKnown = articles.some((article) => article.slug === slug && article.ref);
  const pickers = { golden: "Golden question", keywords: "Add keywords" };

  return html`<li class=${`reader-group ${isMended ? "mended" : ""}`}>
    <p class="question" dir="auto" lang=${language}>${question}</p>
    <p class="facts">
      <span>${asked === 1 ? "once" : `${asked} times`}</span>
      <${Sparkline} days=${days} />
      <span>${spanOf(days[0][0], days.at(-1)[0])}</span>
      ${reasonsIn(group).map((reason) => html`<span class="chip" key=${reason}>${reason}</span>`)}
      ${isMended ? html`<span class="chip done">has a good answer now</span>` : null}
    </p>
    ${
      wordings.length > 0
        ? html`<details>
            <summary>
              ${wordings.length === 1 ? "1 other wording" : `${wordings.length} other wordings`}
            </summary>
            <ul dir="auto" lang=${language}>
              ${wordings.map((wording) => html`<li key=${wording}>${wording}</li>`)}
            </ul>
          </details>`
        : null
    }
    <${Answers} group=${group} />
    ${voted.map((sentence) => html`<${Voted} key=${sentence.start} ...${{ sentence, address }} />`)}
    ${
      group.slug === ""
        ? html`<select
            aria-label="The article that it is about"
            onChange=${({ target }) => setChosen(target.value)}
          >
            <option value="">About which article?</option>
            ${articles.map((one) => html`<option key=${one.slug} value=${one.slug}>${one.title}</option>`)}
          </select>`
        : null
    }
    <div class="line">
      ${Object.entries(pickers).map(
        ([mode, title]) =>
          html`<button
            key=${mode}
            class="pill choice"
            disabled=${!isKnown}
            aria-expanded=${String(picking === mode)}
            onClick=${() => pick(mode)}
          >
            ${title}
          </button>`,
      )}
      <button
        class="pill"
        disabled=${!isKnown}
        onClick=${() => settle({ do: "absent", ask: question, language })}
      >
        Not in the article
      </button>
      <button class="pill" onClick=${() => settle({ do: "dismiss" })}>Dismiss</button>
    </div>
    ${
      picking
        ? html`<${PassagePicker}
            key=${`${slug} ${picking}`}
            ...${{ slug, question, language, mode: picking, settle }}
          />`
        : null
    }
  </li>`;
}

const RATINGS = {
  bad: "judged bad",
  "wrong-passage": "wrong passage",
  "wrong-person": "wrong person",
  misread: "misread",
};

/** Why it is here, each with how often. */
function reasonsIn({ unanswered, unsure, votes }) {
  const reasons = [
    ["not answered", unanswered],
    ["unsure", unsure],
    ...Object.entries(RATINGS).map(([rating, title]) => [title, votes[rating] ?? 0]),
  ];
  return reasons.filter(([, count]) => count > 0).map(([reason, count]) => `${reason} ${count}`);
}

/** What the bot said, by the name of its reply. */
const REPLIES = {
  answered: "answers",
  closest: "is not sure, and shows the closest passages",
  near: "says that the article does not seem to say it, and shows what is near",
  unsure: "is not sure",
  "not-covered": "says that the article does not say it",
  menu: "offers a choice of passages",
  points: "shows what somebody says",
  person: "says who somebody is",
  "which-person": "asks which person is meant",
};

const OTHER_REPLY = "replies without a passage";

function Answers({ group: { before, now, language } }) {
  const isSame = now && before.reply === now.reply && before.shown?.passage === now.shown?.passage;
  return html`<dl class="answers">
    <dt>${isSame ? "Then and now" : "Then"}</dt>
    <dd><${Reply} ...${{ reply: isSame ? now : before, language }} /></dd>
    ${
      now && !isSame
        ? html`<dt>Now</dt>
            <dd><${Reply} ...${{ reply: now, language }} /></dd>`
        : null
    }
  </dl>`;
}

function Reply({ reply: { reply, shown }, language }) {
  const said = `the bot ${REPLIES[reply] ?? OTHER_REPLY}`;
  if (!shown) return `${said}.`;
  return html`${`${said}: `}<q dir="auto" lang=${language}>${shown.text}</q>
    <${Speaker} name=${shown.speaker} />`;
}

function Speaker({ name }) {
  return name === "" ? null : html`<small>${" — "}<span dir="auto">${name}</span></small>`;
}

function Voted({ sentence: { passage, start, text, speaker, traces }, address }) {
  const words = html`<q dir="auto">${text}</q>`;
  return html`<p class="voted">
    <b>${wrongPersonVotes(traces.length)}</b>${" "}
    ${address ? html`<a href=${`${address}/${passage}/${start}`}>${words}</a>` : words}
    <${Speaker} name=${speaker || "nobody"} />
  </p>`;
}
