import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // No module keeps state of its own, so that test files can share what they import.
    isolate: false,
    pool: "threads",
    // Some tests start processes; a machine that is busy takes its time over that.
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
