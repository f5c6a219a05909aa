import type { Article, OthersWords, Passage } from "../../article/article.ts";
import type { PassageLocation } from "../index/passage-locations.ts";
import type { FoundPassage, WholeArticle } from "./archive.ts";
import type { ArchivedArticle, ArchivedText } from "./archived-article.ts";

/** The articles that a question has to do with: whole, or with the passages of them that were found. */
export type OpenedArticles = {
  readonly articles: readonly Article[];
  /** `text`: its number. None if the article has changed since. */
  readonly textOf: (archived: ArchivedArticle, text: number) => Article | undefined;
  readonly locate: (found: FoundPassage) => PassageLocation | undefined;
};

type Given = {
  readonly wholes: readonly WholeArticle[];
  readonly partial: readonly ArchivedArticle[];
  readonly found: readonly FoundPassage[];
  /** Called with an article whose other passages are asked for. */
  readonly onNeeded: (archived: ArchivedArticle) => void;
};

/** Of two versions of an article the later one counts: what is kept may be some seconds old. */
export function openArticles({ wholes, partial, found, onNeeded }: Given): OpenedArticles {
  const known = [...wholes.map(({ archived }) => archived), ...partial];
  const latest = new Map<string, ArchivedArticle>();
  for (const archived of new Set([...known, ...found.map(({ article }) => article)])) {
    const slug = slugOf(archived) ?? "";
    if ((latest.get(slug)?.id ?? -1) < archived.id) latest.set(slug, archived);
  }
  const wholeById = new Map(wholes.map((whole) => [whole.archived.id, whole]));
  const passages = byText(found);
  const opened = new Map<string, Opened>();
  for (const [slug, archived] of latest) {
    const whole = wholeById.get(archived.id);
    const open = whole ? openWhole(whole) : openPart(archived, passages, () => onNeeded(archived));
    opened.set(slug, open);
  }
  const openedAs = (archived: ArchivedArticle) => {
    const own = opened.get(slugOf(archived) ?? "");
    return own?.archived.id === archived.id ? own : undefined;
  };
  return {
    articles: Array.from(opened.values(), ({ texts: [article] }) => article ?? []).flat(),
    textOf: (archived, text) => openedAs(archived)?.texts[text],
    locate: (one) => openedAs(one.article)?.locate(one),
  };
}

type Opened = {
  readonly archived: ArchivedArticle;
  readonly texts: readonly Article[];
  readonly locate: (found: FoundPassage) => PassageLocation | undefined;
};

function slugOf({ texts }: ArchivedArticle): string | undefined {
  return texts[0]?.article.slug;
}

/** By the number of a passage in its text: what was found of it. */
type FoundByText = ReadonlyMap<ArchivedText, ReadonlyMap<number, Passage>>;

function byText(found: readonly FoundPassage[]): FoundByText {
  const passages = new Map<ArchivedText, Map<number, Passage>>();
  for (const { article, text, position, archived } of found) {
    const own = article.texts[text];
    if (!own) continue;
    const known = passages.get(own) ?? new Map<number, Passage>();
    passages.set(own, known.set(position, archived.passage));
  }
  return passages;
}

function openWhole({ archived, article }: WholeArticle): Opened {
  const texts = [article, ...article.translations];
  return {
    archived,
    texts,
    locate({ text, position }) {
      const own = archived.texts[text];
      const opened = texts[text];
      const place = own && placeOf(position, own.sizes);
      const section = place && opened?.sections[place.section];
      const passage = section?.passages[place?.offset ?? 0];
      if (!own || !opened || !section || !passage) return undefined;
      return { article: opened, section, passage, position, isMarkedUp: own.isMarkedUp };
    },
  };
}

function openPart(archived: ArchivedArticle, found: FoundByText, onNeeded: () => void): Opened {
  const [original, ...translations] = archived.texts.map((text) =>
    openText(text, found.get(text) ?? NOTHING_FOUND, onNeeded),
  );
  if (original) original.translations = translations;
  for (const one of translations) if (original) one.original = original;
  const texts = original ? [original, ...translations] : [];
  return {
    archived,
    texts,
    locate({ text, position, archived: { passage } }) {
      const own = archived.texts[text];
      const article = texts[text];
      const section = own?.article.sections[placeOf(position, own.sizes)?.section ?? -1];
      if (!own || !article || !section) return undefined;
      return { article, section, passage, position, isMarkedUp: own.isMarkedUp };
    },
  };
}

const NOTHING_FOUND: ReadonlyMap<number, Passage> = new Map();

type LinkedArticle = { -readonly [Part in keyof Article]: Article[Part] };

/** Whoever reads its sections needs all of them. */
function openText(
  { article, sizes }: ArchivedText,
  found: ReadonlyMap<number, Passage>,
  onNeeded: () => void,
): LinkedArticle {
  const othersWords: OthersWords = {
    has() {
      onNeeded();
      return false;
    },
    *prepare() {},
  };
  return {
    ...article,
    ...(article.lacksSpeakers && { othersWords }),
    get sections() {
      onNeeded();
      let end = 0;
      return article.sections.map((section, number) => {
        const start = end;
        end += sizes[number] ?? 0;
        const passages = Array.from(
          { length: end - start },
          (_, at) => found.get(start + at) ?? [],
        );
        return { ...section, passages: passages.flat() };
      });
    },
  };
}

type Place = { readonly section: number; readonly offset: number };

function placeOf(position: number, sizes: readonly number[]): Place | undefined {
  let start = 0;
  for (const [section, size] of sizes.entries()) {
    if (position < start + size) return { section, offset: position - start };
    start += size;
  }
  return undefined;
}
