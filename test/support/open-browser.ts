import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** Chromium as it is installed on this machine, or nothing. */
function installedChromium(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A test of a page is left out without a browser, and says so; in CI that is a failure. */
export function browserOrSkip(): string | undefined {
  const path = installedChromium();
  if (path !== undefined) return path;
  if (process.env["CI"] === "true") throw new Error("no Chromium → install Debian's `chromium`");
  console.warn("SKIPPED: the preview is not tested, for there is no Chromium on the PATH");
  return undefined;
}

export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
