import { html, render, useEffect, useState } from "./preact.js";
import { askDesk } from "./api.js";
import { ArticleList } from "./article-list.js";
import { ReadersPage } from "./readers-page.js";
import { Review } from "./review.js";
import { useUnsaved } from "./use-unsaved.js";

/**
 * `#draft/ferry.md` is that article, `#draft/ferry.md/fares/0` the sentence there in its passage `fares`, `#readers` what
 * readers asked; anything else, also what is no address, is the list of all.
 */
const ADDRESS = /^#(?<state>draft|published)\/(?<name>[^/]+)(?:\/(?<at>[^/]+\/\d+))?$/u;
const READERS = "#readers";

function Desk() {
  const [hash, setHash] = useState(location.hash);
  const ref = refIn(hash);
  const isAtReaders = hash === READERS;
  const [notice, setNotice] = useState("");
  const [hasChat, setHasChat] = useState(false);
  const unsavedIn = useUnsaved();
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  useEffect(() => void openAskedFor(setNotice), []);
  useEffect(() => {
    const title = isAtReaders ? "What readers asked" : ref?.name;
    document.title = title ? `${title} · desk` : "Ask the Article · desk";
  }, [hash]);

  return html`<div class="desk">
    <header class="top">
      <img src="icon.svg" alt="" width="36" height="36" />
      <div>
        <h1>Desk</h1>
        <p>
          ${ref || isAtReaders ? html`<a href="#">All articles</a>` : "Articles: import, review, publish"}
        </p>
      </div>
      <nav aria-label="Pages">
        ${isAtReaders ? null : html`<a class="pill" href=${READERS}>Readers</a>`}
        ${hasChat ? html`<a class="pill" href="../">Chat<span class="wide"> with the bot</span></a>` : null}
      </nav>
    </header>
    <p class="problems notice-bar" role="status" hidden=${notice === ""}>
      <span>${notice}</span>
      <button class="quiet" onClick=${() => setNotice("")}>Close</button>
    </p>
    ${
      ref
        ? html`<${Review}
            key=${`${ref.state}/${ref.name}`}
            address=${{ state: ref.state, name: ref.name }}
            startAt=${ref.at}
            ...${{ unsaved: unsavedIn(ref.name), setNotice, setHasChat, open }}
          />`
        : isAtReaders
          ? html`<${ReadersPage} ...${{ setNotice, setHasChat }} />`
          : html`<${ArticleList} ...${{ unsaved: unsavedIn(""), setNotice, setHasChat, open }} />`
    }
  </div>`;
}

function refIn(hash) {
  const { state, name, at } = ADDRESS.exec(hash)?.groups ?? {};
  try {
    return state && { state, name: decodeURIComponent(name), ...(at && { at }) };
  } catch {
    return undefined;
  }
}

/** A link to the desk may name an article by its file: `?article=ferry.md`, a draft or published. */
async function openAskedFor(setNotice) {
  const asked = new URLSearchParams(location.search).get("article");
  if (!asked || refIn(location.hash)) return;
  history.replaceState(null, "", `${location.pathname}#`);
  const { articles, why } = await askDesk({ do: "list" });
  const found = articles?.find(({ name }) => name === asked);
  if (found) open(found);
  else setNotice(why ?? `${asked} is no longer here.`);
}

/** Goes to an article, or without one to the list. */
function open(ref) {
  location.hash = ref ? `#${ref.state}/${encodeURIComponent(ref.name)}` : "#";
}

render(html`<${Desk} />`, document.body);
