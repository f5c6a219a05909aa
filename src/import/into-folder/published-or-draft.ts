import { type ImportTargets, targetsIn } from "./import-targets.ts";

type ArticleFolders = { readonly published: string; readonly draft: string };

/** The published article if there is one; otherwise a draft. */
export function publishedOrDraft({ published, draft }: ArticleFolders): ImportTargets {
  const inContent = targetsIn(published);
  const inDrafts = targetsIn(draft, inContent.hasSlug);
  return {
    targetFor: (article) => {
      const target = inContent.targetFor(article);
      return "problem" in target || target.existing ? target : inDrafts.targetFor(article);
    },
    // What comes from elsewhere is none of our files, whatever its name.
    ownFile: () => undefined,
    fileOf: (url) => inContent.fileOf(url) ?? inDrafts.fileOf(url),
    hasSlug: (slug) => inContent.hasSlug(slug) || inDrafts.hasSlug(slug),
    // The folders are read again instead: what should be written may not be.
    remember: () => {},
  };
}
