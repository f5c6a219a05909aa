/** How import introduces itself. */
export const USER_AGENT = "AskTheArticle/1.0 (article import)";
const OWN_NAME = "askthearticle";

/** Longer ones are mistakes, or meant for programs that fetch a whole site. */
const MAX_CRAWL_DELAY_MS = 60_000;

/** How long a site asks to wait between two requests. */
export function crawlDelayMs(robots: string): number {
  const groups = groupsIn(robots);
  const seconds = (groups.get(OWN_NAME) ?? groups.get("*"))?.crawlDelay ?? 0;
  return Math.min(seconds * 1000, MAX_CRAWL_DELAY_MS);
}

type Group = { readonly rules: Rule[]; crawlDelay?: number };
type Rule = { readonly isAllowed: boolean; readonly path: string };

/** Whether a `robots.txt` lets us fetch a path; the longest matching rule decides (RFC 9309). */
export function mayFetch(robots: string, path: string): boolean {
  const groups = groupsIn(robots);
  const { rules } = groups.get(OWN_NAME) ?? groups.get("*") ?? { rules: [] };
  const [best] = rules
    .filter((rule) => rule.path !== "" && matchesPath(path, rule.path))
    .toSorted(
      (one, other) =>
        other.path.length - one.path.length || Number(other.isAllowed) - Number(one.isAllowed),
    );
  return best?.isAllowed ?? true;
}

const LINE = /^\s*(?<field>[a-z-]+)\s*:\s*(?<value>[^#]*)/iu;
const MAX_LINES = 5000;

const SECONDS = /^\d+(?:\.\d+)?$/u;

function groupsIn(robots: string): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  let agents: string[] = [];
  let isInRules = false;
  for (const line of robots.split(/\r\n?|\n/u).slice(0, MAX_LINES)) {
    const { field = "", value = "" } = LINE.exec(line)?.groups ?? {};
    const name = field.toLowerCase();
    if (name === "user-agent") {
      if (isInRules) agents = [];
      isInRules = false;
      const agent = value.trim().toLowerCase().split(/[/\s]/u)[0] ?? "";
      agents.push(agent);
      if (!groups.has(agent)) groups.set(agent, { rules: [] });
    } else if (name === "allow" || name === "disallow") {
      isInRules = true;
      const rule = { isAllowed: name === "allow", path: value.trim() };
      for (const agent of agents) groups.get(agent)?.rules.push(rule);
    } else if (name === "crawl-delay" && SECONDS.test(value.trim())) {
      isInRules = true;
      for (const agent of agents) {
        const group = groups.get(agent);
        if (group) group.crawlDelay = Number(value.trim());
      }
    }
  }
  return groups;
}

/** `*` is anything, `$` the end. Compares piece by piece, so that no pattern takes long. */
export function matchesPath(path: string, pattern: string): boolean {
  const isWhole = pattern.endsWith("$");
  const pieces = (isWhole ? pattern.slice(0, -1) : pattern).split("*");
  const [start = "", ...others] = pieces;
  if (!path.startsWith(start)) return false;
  let at = start.length;
  for (const piece of others) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!isWhole) return true;
  return others.length === 0 ? at === path.length : path.endsWith(others.at(-1) ?? "");
}
