/** All sentences of an article in order, each with its passage and a key. */
export function allSentences({ sections }) {
  return sections.flatMap(({ passages }) =>
    passages.flatMap((passage) =>
      passage.sentences.map((sentence) => ({
        ...sentence,
        passage,
        key: `${passage.id}/${sentence.start}`,
        text: passage.text.slice(sentence.start, sentence.end),
      })),
    ),
  );
}

/**
 * The next sentence in a direction (1 or -1) that an editor is asked to look at; without any, the next of all. Goes
 * round at the end.
 */
export function nextFor(sentences, key, direction) {
  const at = sentences.findIndex((sentence) => sentence.key === key);
  const from = at < 0 ? (direction > 0 ? -1 : 0) : at;
  const walked = sentences.map((_, step) =>
    sentences.at((from + direction * (step + 1)) % sentences.length),
  );
  return walked.find((sentence) => sentence.needsReview && sentence.key !== key) ?? walked[0];
}
