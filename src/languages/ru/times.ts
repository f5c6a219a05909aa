import type { TimeWords } from "../times/time-words.ts";

export const RUSSIAN_TIMES: TimeWords = {
  before: "в во к",
  hour: "час часа часов часам",
  fillers: "",
  parts: { am: "утра", pm: "", day: "дня", evening: "вечера", night: "ночи" },
  noon: "полдень",
  midnight: "полночь",
  between: "до по и",
};
