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
const FILES = new Map([
  ["/", "page.html"],
  ...[
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
  ].map((name): [string, string] => [`/${name}`, name]),
]);

/** Preact with hooks and htm, in one file without a build. */
const PREACT = "/preact.js";

/** The page's file at a path, if there is one. `root` is the project's folder. */
export async function readPageFile(path: string, root: string): Promise<PageFile | undefined> {
  if (path === PREACT) {
    const body = await readFile(join(root, "node_modules/htm/preact/standalone.module.js"));
    return { body, type: "text/javascript; charset=utf-8" };
  }
  const name = FILES.get(path);
  if (name === undefined) return undefined;
  const body = await readFile(join(root, "src/desk/page", name));
  return { body, type: TYPES[extname(name)] ?? "application/octet-stream" };
}
