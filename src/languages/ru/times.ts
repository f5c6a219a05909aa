import type { TimeWords } from "../times/time-words.ts";

export const RUSSIAN_TIMES: TimeWords = {
  before: "в во к",
  hour: "час часа часов часам",
  fillers: "",
  parts: { am: "утра", pm: "", day: "дня", evening: "вечера", night: "ночи" },
  noon: "полдень",
  midnight: "полночь",
  shifts: {
    [-15]: "без четверти",
    [-30]: "пол, половина, половине, половину, половины",
    [-45]: "четверть, четверти",
  },
  between: "до по и",
};
