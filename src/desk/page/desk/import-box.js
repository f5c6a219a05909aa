import { html, useRef, useState } from "./preact.js";
import { sendImport } from "./api.js";

/** As the server reads no more. */
const MAX_BYTES = 10_000_000;
const ADDRESS = /^https?:\/\/\S+$/iu;
/** As addresses are copied from a page or typed: `example.org/article`. */
const BARE_ADDRESS = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?#]\S*)?$/u;

/** Where what is typed here is kept. */
const KEY = "import:";

/** A field for a link or a text, which also takes a dropped file. */
export function ImportBox({ unsaved, setNotice, open }) {
  const words = unsaved.drafts[KEY]?.values.words ?? "";
  const setWords = (typed) =>
    typed === "" ? unsaved.forgetAll() : unsaved.type(KEY, "", { words: typed });
  const [step, setStep] = useState("");
  const [why, setWhy] = useState("");
  const [isOver, setOver] = useState(false);
  const file = useRef(null);

  const run = async (source) => {
    setWhy("");
    setStep("Sending…");
    const answer = await sendImport(source, setStep);
    setStep("");
    if (!answer.ref) return setWhy(answer.why);
    setWords("");
    setNotice(
      [...(answer.isUpdate ? [UPDATED[answer.ref.state]] : []), ...answer.remarks].join(" "),
    );
    return open(answer.ref);
  };
  const send = (event) => {
    event.preventDefault();
    const text = words.trim();
    if (text === "") return setWhy("Paste a link or a text first, or drop a file here.");
    if (BARE_ADDRESS.test(text)) return run({ url: `https://${text}` });
    return run(ADDRESS.test(text) ? { url: text } : { name: "pasted.txt", text });
  };
  const readFile = async (chosen) => {
    if (!chosen) return undefined;
    if (chosen.size > MAX_BYTES) return setWhy("This file is larger than 10 MB.");
    return run({ name: chosen.name, base64: await base64Of(chosen) });
  };
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    if (isRunning) return undefined;
    const [dropped] = event.dataTransfer.files;
    const link = event.dataTransfer.getData("text/uri-list") || event.dataTransfer.getData("text");
    return dropped ? readFile(dropped) : link ? setWords(link.trim()) : undefined;
  };
  const isRunning = step !== "";

  return html`<form
    class=${`import-box ${isOver ? "over" : ""}`}
    onSubmit=${send}
    onDragOver=${(event) => {
      event.preventDefault();
      setOver(true);
    }}
    onDragLeave=${() => setOver(false)}
    onDrop=${drop}
  >
    <label for="source">Import an article</label>
    <textarea
      id="source"
      rows="2"
      placeholder="Paste a link or the text, or drop a file"
      value=${words}
      disabled=${isRunning}
      onInput=${({ target }) => setWords(target.value)}
    ></textarea>
    <div class="line">
      <button class="primary" disabled=${isRunning}>Import</button>
      <button
        type="button"
        class="pill"
        disabled=${isRunning}
        onClick=${() => file.current.click()}
      >
        Choose a file
      </button>
      <input
        type="file"
        hidden
        ref=${file}
        accept=".html,.htm,.txt,.md,.xml"
        onChange=${({ target }) => {
          const [chosen] = target.files;
          // So that the same file, once corrected, can be chosen again.
          target.value = "";
          return readFile(chosen);
        }}
      />
      <span class="hint" role="status">${step}</span>
    </div>
    ${why === "" ? null : html`<p class="trouble" role="alert"><span>${why}</span></p>`}
  </form>`;
}

/** By the article's state. */
const UPDATED = {
  draft: "This draft was here already, and has been brought up to date.",
  published:
    "This article is published already, and has been brought up to date: readers get it as it is now.",
};

async function base64Of(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  const CHUNK = 0x8000;
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}
