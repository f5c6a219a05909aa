/** Colours to tell apart; further people share the last, and are told apart by their numbers. */
const COLOURS = 8;

/**
 * Everybody who speaks, most words first, each with a number and a colour. The publisher, whose words most articles
 * mainly consist of, is number 0 and has none.
 */
export function voicesOf({ people, publisher, sections }) {
  const lengths = new Map();
  for (const { speaker, start, end } of sections
    .flatMap(({ passages }) => passages)
    .flatMap(({ sentences }) => sentences)) {
    if (speaker !== null) lengths.set(speaker, (lengths.get(speaker) ?? 0) + end - start);
  }
  const others = people.filter(({ id }) => id !== publisher);
  const ordered = others.toSorted(
    (one, other) => (lengths.get(other.id) ?? 0) - (lengths.get(one.id) ?? 0),
  );
  return [
    {
      id: null,
      number: 0,
      name: people.find(({ id }) => id === publisher)?.name ?? "the article itself",
      capacity: "publisher",
      className: "voice-0",
      speaks: true,
    },
    ...ordered.map(({ id, name, capacity }, at) => ({
      id,
      number: at + 1,
      name,
      capacity,
      className: `voice-${Math.min(at + 1, COLOURS)}`,
      speaks: lengths.has(id),
    })),
  ];
}

export const QUOTED = {
  direct: "their own words",
  mixed: "partly their own words",
  retold: "retold",
};
