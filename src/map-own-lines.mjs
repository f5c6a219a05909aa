/**
 * What stack traces need of a source map: the lines of our own sources. Once Node has traced an error, as when
 * an idle connection is closed, it keeps every entry of the map as an object. With every token of every
 * dependency they would take 65 MB, and a third of a second to read, in which nobody is answered.
 */
export function mapOwnLines(map, isOwn) {
  const nextLine = lineReader(map.sources.map(isOwn));
  return { ...map, mappings: map.mappings.split(";").map(nextLine).join(";") };
}

/** Returns a function that takes one line of entries after the other, and returns those of it that are needed. */
function lineReader(isOwnSource) {
  const read = [0, 0, 0, 0];
  const kept = [0, 0, 0, 0];
  let isInOwn = false;

  function keep(entry) {
    const moves = decode(entry);
    move(read, moves);
    const isOwn = moves.length > 1 && isOwnSource[read[SOURCE]];
    const isSameLine = read[SOURCE] === kept[SOURCE] && read[LINE] === kept[LINE];
    if (isOwn === isInOwn && (isSameLine || !isOwn)) return [];
    isInOwn = isOwn;
    // An entry without a source says that what follows has none.
    const written = read.slice(0, isOwn ? read.length : 1).map((at, field) => at - kept[field]);
    move(kept, written);
    return [written.map(encode).join("")];
  }

  return (line) => {
    read[COLUMN] = 0;
    kept[COLUMN] = 0;
    return line.split(",").filter(Boolean).flatMap(keep).join(",");
  };
}

/**
 * An entry is a column of the bundle, then a source, a line and a column in it, all as differences from the entry
 * before; the column of the bundle begins anew with each line.
 */
const [COLUMN, SOURCE, LINE] = [0, 1, 2];

function move(place, moves) {
  for (let field = 0; field < place.length; field += 1) place[field] += moves[field] ?? 0;
}

/** A digit has five bits of a number, and a sixth if another follows. The lowest bit of a number is its sign. */
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".split("");
const VALUES = new Map(DIGITS.map((digit, value) => [digit, value]));
const BITS = 5;
const CONTINUES = 2 ** BITS;

function decode(entry) {
  const numbers = [];
  let number = 0;
  let bits = 0;
  for (const digit of entry) {
    const value = VALUES.get(digit);
    number += (value % CONTINUES) * 2 ** bits;
    bits += BITS;
    if (value >= CONTINUES) continue;
    numbers.push(number % 2 === 1 ? -(number - 1) / 2 : number / 2);
    number = 0;
    bits = 0;
  }
  return numbers;
}

function encode(number) {
  let rest = number < 0 ? -number * 2 + 1 : number * 2;
  let digits = "";
  while (rest >= CONTINUES) {
    digits += DIGITS[CONTINUES + (rest % CONTINUES)];
    rest = Math.floor(rest / CONTINUES);
  }
  return digits + DIGITS[rest];
}
