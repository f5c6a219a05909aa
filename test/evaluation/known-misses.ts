type KnownMisses = { readonly questions: number; readonly misses: readonly string[] };

/**
 * Golden questions answered wrong today, by set, each as the questions of its chat up to it. A change
 * that breaks another one fails golden.test.ts; one that fixes a miss removes it from this list.
 * `npm run eval` says what is wrong with each. `questions` is the size of the set.
 */
export const KNOWN_MISSES: Readonly<Record<string, KnownMisses>> = {
  "xi-moscow-visit": {
    questions: 357,
    misses: [
      "Does China see things the way it did before the war started?",
      "Will Xi travel on to Kyiv?",
      "Which hotel is Xi staying at in Moscow?",
      "Where was the declaration of February 2022 signed?",
      "On what day will Xi phone Zelensky?",
    ],
  },
  "xi-moscow-visit.ru": { questions: 123, misses: ["Кто ещё кроме Китая поддерживает Россию?"] },
  "xi-moscow-visit.uk": { questions: 123, misses: ["Хто ще крім Китаю підтримує Росію?"] },
  "corn-square": {
    questions: 62,
    misses: [
      "When will the square be closed to cars?",
      "how old is the mayor",
      "Which company plants the trees?",
      "When will the garage be opened?",
      "When does the trial begin? → how long will it last?",
      "how did they vote → yes",
    ],
  },
  "harbour-ferry": {
    questions: 79,
    misses: ["Will the boat stay for good?", "When did the Sandmartin run aground?"],
  },
  "harbour-ferry.ru": { questions: 28, misses: [] },
  "harbour-ferry.uk": { questions: 28, misses: ["Коли починає ходити нічний пором?"] },
};
