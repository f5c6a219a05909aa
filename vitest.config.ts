import { defineConfig } from "vitest/config";

/** Start real bots, servers or a browser and wait for them. */
const PROCESSES = [
  "test/process/**/*.test.ts",
  "test/cli/processes.test.ts",
  "test/import/processes.test.ts",
  "test/question-log/processes.test.ts",
  "test/desk/page.test.ts",
  "test/desk/page/**/*.test.ts",
  "test/deploy/**/*.test.ts",
  "test/main.test.ts",
  "test/delivery/**/replicated-*.test.ts",
  "test/**/database-*.test.ts",
];
/** Measured by the clock: each file has a worker of its own, since what others leave in one slows it several times. */
const TIMED = ["test/timing/**/*.test.ts"];

export default defineConfig({
  test: {
    // Modules keep no state but caches and the queue of run-in-slices.ts, so that test files can share what they import.
    isolate: false,
    pool: "threads",
    // A machine that is busy takes its time over starting a process.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: "in-process",
          include: ["test/**/*.test.ts"],
          exclude: [...PROCESSES, ...TIMED],
        },
      },
      { extends: true, test: { name: "processes", include: PROCESSES } },
      { extends: true, test: { name: "timed", include: TIMED, isolate: true } },
    ],
  },
});
