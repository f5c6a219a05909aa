const SPACE = /\s/u;

/** Finds the words of a plain text in the Markdown that it was read from. */
export type SourcePlaces = {
  /** Where words start, with the markup that opens before them. */
  readonly start: (offset: number) => number;
  /** Where words end, with the markup that closes after them. */
  readonly end: (offset: number) => number;
};

/**
 * `isHidden` tells which characters of the source are never text: braces, and the brackets of spans. Markup in
 * between is skipped. `undefined` if the text is not in the source character by character (entities, for example).
 */
export function placesInSource(
  source: string,
  text: string,
  isHidden: (at: number) => boolean,
): SourcePlaces | undefined {
  const places = placesOf(source, text, isHidden);
  if (!places) return undefined;
  const placeOf = (offset: number) => places[offset] ?? source.length;
  return {
    start(offset) {
      const previous = offset === 0 ? -1 : placeOf(offset - 1);
      let at = placeOf(offset);
      while (at > previous + 1 && isMarkup(at - 1)) at -= 1;
      return at;
    },
    end(offset) {
      const next = offset < text.length ? placeOf(offset) : source.length;
      const isWordEnd = offset >= text.length || SPACE.test(text[offset] ?? "");
      let at = placeOf(offset - 1) + 1;
      if (!isWordEnd) return at;
      while (at < next && isMarkup(at)) at += 1;
      return at;
    },
  };

  function isMarkup(at: number): boolean {
    return !isHidden(at) && !SPACE.test(source[at] ?? "");
  }
}

/** The place of each character. A space stands for any number of spaces and line ends. */
function placesOf(
  source: string,
  text: string,
  isHidden: (at: number) => boolean,
): number[] | undefined {
  const places: number[] = [];
  let at = 0;
  for (const character of text.split("")) {
    const isSpace = SPACE.test(character);
    while (
      at < source.length &&
      (isHidden(at) || (isSpace ? !SPACE.test(source[at] ?? "") : source[at] !== character))
    ) {
      at += 1;
    }
    if (at >= source.length) return undefined;
    places.push(at);
    at += 1;
  }
  return places;
}
