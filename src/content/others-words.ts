import type { Article, OthersWords, Passage, Person, Section } from "../article/article.ts";
import { attributeSpeechInSteps } from "../import/attribute/attribute-speech.ts";
import { sameSpeakerIn } from "../import/review/same-speaker.ts";
import { languageOfCode, type Language } from "../languages/language.ts";
import { once } from "../languages/once.ts";
import { type Lazy, lazy, type Steps } from "../languages/steps.ts";

/**
 * Articles whose editors have not said who speaks can tell which of their passages are somebody's words, so that
 * these do not pass for the publisher's report.
 */
export function tellOthersWords(articles: readonly Article[]): readonly Article[] {
  return articles.map((article) => {
    if (!article.lacksSpeakers) return article;
    return { ...article, ...othersWordsOf(article, () => article.sections) };
  });
}

/** What is to be added to such an article. Its sections are not read before it is asked about one of its passages. */
export function othersWordsOf(
  { lacksSpeakers, ...article }: Omit<Article, "sections">,
  sections: () => readonly Section[],
): Partial<Pick<Article, "othersWords" | "translations">> {
  if (!lacksSpeakers) return {};
  const othersWords = othersWordsIn(article, sections);
  return {
    othersWords,
    translations: article.translations.map((one) => ({ ...one, othersWords })),
  };
}

/** Attributing as much takes some 40 ms, and the first time 200, when a reader is first shown some of it: an article, or a part of a long one. */
const READ_TOGETHER = { passages: 30, letters: 10_000 };

/** Reads passages when the first of them is asked about, and keeps what it found. */
function othersWordsIn(
  { language: code, source: { publisher } }: Pick<Article, "language" | "source">,
  sections: () => readonly Section[],
): OthersWords {
  const language = languageOfCode(code);
  // An archive has many articles, and readers ask about few.
  const parts = once(() => {
    const passages = sections().flatMap((section) => section.passages);
    return new Map(partsToRead(passages).flatMap(partByPassage));
  });

  function partByPassage(part: readonly Passage[]): [string, Lazy<ReadonlySet<string>>][] {
    const found = lazy(() => spokenAmong(part, language, publisher));
    return part.map(({ id }) => [id, found]);
  }
  return {
    has: (passage) => parts().get(passage)?.get().has(passage) === true,
    *prepare(passage) {
      yield* parts().get(passage)?.prepare() ?? [];
    },
  };
}

function partsToRead(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const parts: Passage[][] = [];
  let letters = 0;
  for (const passage of passages) {
    const last = parts.at(-1);
    letters += passage.text.length;
    const fits = last && last.length < READ_TOGETHER.passages && letters <= READ_TOGETHER.letters;
    if (fits) last.push(passage);
    else {
      parts.push([passage]);
      letters = passage.text.length;
    }
  }
  return parts;
}

/** Ids. None in a language that the bot does not speak. */
function* spokenAmong(
  passages: readonly Passage[],
  language: Language | undefined,
  publisher: Person | undefined,
): Steps<ReadonlySet<string>> {
  if (!language) return new Set();
  const texts = passages.map(({ text }) => text);
  const { people, passages: attributed } = yield* attributeSpeechInSteps(texts, language);
  const isSame = sameSpeakerIn(language);
  const others = new Set<string | null>(
    people.filter((one) => !publisher || !isSame(publisher, one)).map(({ id }) => id),
  );
  const spoken = passages.filter((_, at) =>
    attributed[at]?.sentences.some(({ speaker }) => others.has(speaker)),
  );
  return new Set(spoken.map(({ id }) => id));
}

/** More would bury the rest of the line. */
const MAX_NAMED = 5;

/** Tells whoever starts the bot if there are no articles, and which ones name no speakers. */
export function remarksOnArticles(articles: readonly Article[]): readonly string[] {
  if (articles.length === 0) return [NO_ARTICLES];
  const lacking = articles.flatMap(({ slug, lacksSpeakers }) => (lacksSpeakers ? [slug] : []));
  if (lacking.length === 0) return [];
  const named = lacking.slice(0, MAX_NAMED).join(", ");
  const more = lacking.length > MAX_NAMED ? ` and ${lacking.length - MAX_NAMED} more` : "";
  return [
    `no speakers are marked in ${named}${more}: npm run import -- FILE proposes who says what`,
  ];
}

const NO_ARTICLES =
  "there are no articles yet, and readers are told so: import and publish one at the desk, or send the bot its link";
