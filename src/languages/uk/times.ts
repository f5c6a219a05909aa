import type { TimeWords } from "../times/time-words.ts";

export const UKRAINIAN_TIMES: TimeWords = {
  before: "о об",
  hour: "година годині годину години год",
  fillers: "",
  parts: { am: "ранку", pm: "", day: "дня", evening: "вечора", night: "ночі" },
  noon: "опівдні полудень",
  midnight: "опівночі",
  shifts: {
    15: "чверть по",
    [-15]: "за чверть, без чверті",
    [-30]: "пів на, половина, половині, половину",
    [-45]: "чверть на",
  },
  between: "до по і",
};
