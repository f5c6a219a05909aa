import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

export type PageFile = { readonly body: Buffer; readonly type: string };

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Only these are served: no path can lead elsewhere. */
const CHAT_FILES = filesOf("", "page.html", [
  "page.css",
  "page.js",
  "chat.js",
  "bubble.js",
  "formatted-text.js",
  "composer.js",
  "menu.js",
  "use-menu.js",
  "use-actions.js",
  "notice.js",
  "share.js",
  "explanation.js",
  "connection.js",
  "icon.svg",
]);

/** The desk may be anywhere on a server, so all its files are beside each other. */
const DESK_FILES = new Map([
  ...filesOf("desk/", "desk.html", [
    "desk.css",
    "desk.js",
    "readers.css",
    "about-panel.js",
    "api.js",
    "article-list.js",
    "article-text.js",
    "bar-plot.js",
    "days.js",
    "feeds-box.js",
    "find-speaker.js",
    "import-box.js",
    "passage-picker.js",
    "people-panel.js",
    "plots.js",
    "questions-panel.js",
    "reader-group.js",
    "readers-page.js",
    "review.js",
    "sentence-panel.js",
    "sentences.js",
    "settled-list.js",
    "sparkline.js",
    "text-fields.js",
    "attribution-by.js",
    "subjects.js",
    "use-article.js",
    "use-review-keys.js",
    "use-unsaved.js",
    "use-votes.js",
    "voices.js",
  ]),
  ...filesOf("", "", ["page.css", "icon.svg"]),
]);

/** By path: `""` is the page itself. */
function filesOf(folder: string, page: string, names: readonly string[]): Map<string, string> {
  const paths = names.map((name): [string, string] => [name, `${folder}${name}`]);
  return new Map(page === "" ? paths : [["", `${folder}${page}`], ...paths]);
}

/** Preact with hooks and htm, in one file without a build. */
const PREACT = "preact.js";

export type PageName = "chat" | "desk";

/** A page's file at a path below the page's own, if there is one. `root` is the project's folder. */
export async function readPageFile(
  page: PageName,
  path: string,
  root: string,
): Promise<PageFile | undefined> {
  if (path === PREACT) {
    const body = await readFile(join(root, "node_modules/htm/preact/standalone.module.js"));
    return { body, type: "text/javascript; charset=utf-8" };
  }
  const name = (page === "chat" ? CHAT_FILES : DESK_FILES).get(path);
  if (name === undefined) return undefined;
  const body = await readFile(join(root, "src/desk/page", name));
  return { body, type: TYPES[extname(name)] ?? "application/octet-stream" };
}
