import type { TimeWords } from "../times/time-words.ts";

export const ENGLISH_TIMES: TimeWords = {
  before: "at by until till from before after since around about between",
  hour: "oclock hrs",
  fillers: "in the at",
  parts: { am: "am morning", pm: "pm afternoon", day: "", evening: "evening", night: "night" },
  noon: "noon midday",
  midnight: "midnight",
  shifts: {
    30: "half past",
    15: "quarter past, quarter after",
    [-15]: "quarter to, quarter before",
  },
  between: "to and until till",
};
