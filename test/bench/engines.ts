import type { Engine } from "./engine.ts";

/** Loaded one at a time: each is measured in its own process. */
export const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = {
  project: async () => (await import("./engines/project.ts")).project,
  "minisearch-stems": async () => (await import("./engines/minisearch.ts")).miniSearchWithStems,
  minisearch: async () => (await import("./engines/minisearch.ts")).miniSearch,
  lunr: async () => (await import("./engines/lunr.ts")).lunrEngine,
  elasticlunr: async () => (await import("./engines/elasticlunr.ts")).elasticlunrEngine,
  wink: async () => (await import("./engines/wink.ts")).wink,
  fts5: async () => (await import("./engines/fts5.ts")).fts5,
  orama: async () => (await import("./engines/orama.ts")).orama,
  flexsearch: async () => (await import("./engines/flexsearch.ts")).flexSearch,
};
