const DAY_MS = 86_400_000;

/** "4 May" of 2026-05-04. */
export function dayName(day) {
  return new Date(`${day}T00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
}

/** "4 May to 6 May", or the one day. */
export function spanOf(first, last) {
  return first === last ? dayName(first) : `${dayName(first)} to ${dayName(last)}`;
}

/** Every day from the first to the last, also those on which nothing happened. */
export function daysBetween(first, last) {
  const days = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
