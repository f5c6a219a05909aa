import { isAbsolute, relative, resolve } from "node:path";
import type { Diagnostic } from "../article/diagnostic.ts";
import { escapeControls } from "../text/escape-controls.ts";

export type AnnotationLevel = "error" | "warning";

/** How GitHub shows a message at a line of a file. `workspace`: the folder that paths are relative to. */
export function annotation(
  level: AnnotationLevel,
  title: string,
  { file, line, message }: Diagnostic,
  workspace: string,
): string {
  const properties = { file: pathWithin(workspace, file), line: String(line), title };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${level} ${list.join(",")}::${data(escapeControls(message))}`;
}

/** GitHub finds a file by its path in the workspace; one outside keeps its full path. */
function pathWithin(workspace: string, file: string): string {
  const path = relative(workspace, resolve(file));
  const isOutside = path === "" || path.startsWith("..") || isAbsolute(path);
  return (isOutside ? resolve(file) : path).replaceAll("\\", "/");
}

const IN_DATA: Readonly<Record<string, string>> = { "%": "%25", "\r": "%0D", "\n": "%0A" };
const IN_PROPERTIES: Readonly<Record<string, string>> = { ...IN_DATA, ":": "%3A", ",": "%2C" };

function data(text: string): string {
  return text.replaceAll(/[%\r\n]/gu, (found) => IN_DATA[found] ?? found);
}

function property(text: string): string {
  return text.replaceAll(/[%\r\n:,]/gu, (found) => IN_PROPERTIES[found] ?? found);
}
