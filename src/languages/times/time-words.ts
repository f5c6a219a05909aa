import { foldWord } from "../../text/words.ts";

/** The words for times of day in a language, folded and separated by spaces. */
export type TimeWords = {
  /** Before an hour: "at". */
  readonly before: string;
  /** Behind an hour: "o'clock". */
  readonly hour: string;
  /** Between an hour and the part of the day: "in the". */
  readonly fillers: string;
  readonly parts: Readonly<Record<PartOfDay, string>>;
  readonly noon: string;
  readonly midnight: string;
  /** Before an hour, by the minutes they add to it, separated by commas: "half past" adds 30. */
  readonly shifts: Readonly<Record<number, string>>;
  /** Between the ends of a range: "9 to 11 a.m." */
  readonly between: string;
};

export type PartOfDay = "am" | "pm" | "day" | "evening" | "night";

/** All that a word can mean in a time of day. */
type TimeWord = {
  readonly isBefore?: true;
  readonly isHour?: true;
  readonly isFiller?: true;
  readonly isBetween?: true;
  readonly part?: PartOfDay;
  /** An hour by itself. */
  readonly hour?: number;
  /** Minutes that a word, or two with a space, add to the hour behind them. */
  readonly shift?: number;
  readonly startsShift?: true;
};

export type TimeLexicon = ReadonlyMap<string, TimeWord>;

export function timeLexiconOf(words: TimeWords | undefined): TimeLexicon {
  const lexicon = new Map<string, TimeWord>();
  if (!words) return lexicon;
  const add = (list: string, meaning: TimeWord) => {
    for (const word of list.split(" ").map(foldWord)) {
      lexicon.set(word, { ...lexicon.get(word), ...meaning });
    }
  };
  add(words.before, { isBefore: true });
  add(words.hour, { isHour: true });
  add(words.between, { isBetween: true });
  add(words.fillers, { isFiller: true });
  add(words.parts.am, { part: "am" });
  add(words.parts.pm, { part: "pm" });
  add(words.parts.day, { part: "day" });
  add(words.parts.evening, { part: "evening" });
  add(words.parts.night, { part: "night" });
  add(words.noon, { hour: 12 });
  add(words.midnight, { hour: 0 });
  for (const [minutes, phrases] of Object.entries(words.shifts)) {
    for (const phrase of phrases.split(",").map((one) => one.trim())) {
      lexicon.set(phrase, { ...lexicon.get(phrase), shift: Number(minutes) });
      add(phrase.split(" ")[0] ?? "", { startsShift: true });
    }
  }
  lexicon.delete("");
  return lexicon;
}

/** The hour, 0 to 23, that an hour of up to 12 is in a part of the day. */
export function hourIn(part: PartOfDay, hour: number): number {
  if (hour > 12) return hour;
  switch (part) {
    case "am":
      return hour % 12;
    case "pm":
      return (hour % 12) + 12;
    // "12 дня" and "11 дня" are noon and before, "5 дня" is after.
    case "day":
      return hour < 9 ? hour + 12 : hour;
    case "evening":
      return hour === 12 ? 0 : hour + 12;
    case "night":
      return hour < 8 || hour === 12 ? hour % 12 : hour + 12;
  }
}
