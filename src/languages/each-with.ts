/** Each beginning with each ending, separated by spaces; `-` is none. */
export function eachWith(beginnings: string, endings: string): string {
  return beginnings
    .split(" ")
    .flatMap((one) => endings.split(" ").map((other) => joined(one, other)))
    .join(" ");
}

function joined(one: string, other: string): string {
  return one + other === "--" ? "-" : (one + other).replaceAll("-", "");
}
