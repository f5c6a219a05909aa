import { listOf } from "./text-fields.js";

/**
 * What an editor types about, by a key such as `passage:fares`: the texts as they are saved, what is seen of it, and
 * the edit that saves others. Nothing if it is no longer in the article.
 */
export function typedAbout(article, key) {
  const [kind, id] = partsOf(key);
  return KINDS[kind](article, id);
}

/** What is seen of everything in an article, by key. */
export function seenByKey({ sections, people, questions, about }) {
  const passages = sections.flatMap((section) => section.passages);
  return new Map([
    ...passages.map(({ id, seen }) => [`passage:${id}`, seen]),
    ...sections.map(({ id, seen }) => [`section:${id}`, seen]),
    ...people.map(({ id, seen }) => [`person:${id}`, seen]),
    ["question:", questions.seen],
    ["about:", about.seen],
  ]);
}

/** The key of what an edit changes. */
export function keyOf({ do: what, passage, section, person, id }) {
  if (passage !== undefined) return `passage:${passage}`;
  if (section !== undefined) return `section:${section}`;
  if (what === "person" || person !== undefined) return `person:${person ?? id ?? ""}`;
  return what === "questions" ? "question:" : "about:";
}

function partsOf(key) {
  const at = key.indexOf(":");
  return [key.slice(0, at), key.slice(at + 1)];
}

const KINDS = {
  passage({ sections }, id) {
    const found = sections.flatMap(({ passages }) => passages).find((one) => one.id === id);
    if (!found) return undefined;
    const { isKeyFact, lead, note, keywords, seen } = found;
    return {
      seen,
      saved: { isKeyFact, lead, note, keywords: keywords.join(", ") },
      edit: (texts) => ({
        do: "describe",
        passage: id,
        ...texts,
        keywords: listOf(texts.keywords),
      }),
    };
  },
  section({ sections }, id) {
    const found = sections.find((one) => one.id === id);
    if (!found) return undefined;
    const { heading, summary, seen } = found;
    return {
      seen,
      saved: { heading, summary },
      edit: (texts) => ({ do: "section", section: id, ...texts }),
    };
  },
  /** Without an id, somebody new. */
  person({ people }, id) {
    const found = id === "" ? NOBODY : people.find((one) => one.id === id);
    if (!found) return undefined;
    const { name, capacity = "", aliases, seen } = found;
    return {
      seen,
      saved: { name, capacity, aliases: aliases.join(", ") },
      edit: (texts) => ({
        do: "person",
        ...(id !== "" && { id }),
        ...texts,
        aliases: listOf(texts.aliases),
      }),
    };
  },
  question({ questions: { own, proposed, seen } }) {
    return {
      seen,
      saved: { question: "" },
      edit: ({ question }) => ({
        do: "questions",
        own: [...own, ...(question.trim() === "" ? [] : [question])],
        proposed,
      }),
    };
  },
  about({ about: { seen, ...saved } }) {
    return { seen, saved, edit: (texts) => ({ do: "about", ...texts }) };
  },
};

const NOBODY = { name: "", aliases: [], seen: "" };
