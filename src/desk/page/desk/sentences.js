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

/** The key of the sentence at a place: `fares/120` is what has character 120 of the passage `fares`. */
export function keyAt(sentences, place) {
  const slash = place.lastIndexOf("/");
  const [id, offset] = [place.slice(0, slash), Number(place.slice(slash + 1))];
  const own = sentences.filter(({ passage }) => passage.id === id);
  return (own.find(({ end }) => end > offset) ?? own[0])?.key;
}
