import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { createMetrics } from "../../src/monitoring/metrics.ts";
import packageFile from "../../package.json" with { type: "json" };

const read = (path: string) => readFileSync(path, "utf8");
const guide = read("docs/operations.md");

test("every metric that the guide and the alerts name is one of the bot's", async () => {
  const page = await createMetrics(async () => 0).read();
  const names = [...`${guide}${read("deploy/alerts.yml")}`.matchAll(/\bbot_[a-z_]*[a-z]/gu)].map(
    ([name]) => name.replace(/_bucket$/u, ""),
  );
  expect(new Set(names).size).toBeGreaterThan(8);
  const untrue = names.filter((name) => name !== "bot_token" && !page.includes(` ${name} `));
  expect(untrue).toEqual([]);
});

test("every alert has a line on what to do", () => {
  const alerts = [...read("deploy/alerts.yml").matchAll(/alert: (\w+)/gu)].map(([, name]) => name);
  expect(alerts.filter((name) => !guide.includes(name ?? ""))).toEqual([]);
});

test("the guide and .env.example list every variable that is read", () => {
  const known = [...read("src/config/variables.ts").matchAll(/^ {2}([A-Z][A-Z_]+): /gmu)].map(
    ([, variable]) => variable,
  );
  expect(known.length).toBeGreaterThan(8);
  for (const text of [guide, read(".env.example")]) {
    expect(known.filter((variable) => !text.includes(variable ?? ""))).toEqual([]);
  }
});

test("every test that SECURITY.md names is there", () => {
  const paths = [...read("SECURITY.md").matchAll(/`(test\/[^`]+)`/gu)].map(([, path = ""]) => path);
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths)
    expect(readdirSync("test", { recursive: true })).toContain(path.slice(5));
});

test("the image and the unit start the bot without root and with its state in one place", () => {
  const image = read("Dockerfile");
  expect(image).toMatch(/^USER node$/mu);
  expect(image).toMatch(/^HEALTHCHECK /mu);
  expect(image).toContain("npm ci --omit=dev --ignore-scripts");
  expect(
    read(".dockerignore")
      .split("\n")
      .find((line) => !line.startsWith("#")),
  ).toBe("*");
  const unit = read("deploy/ask-the-article.service");
  for (const line of ["DynamicUser=yes", "ProtectSystem=strict", "NoNewPrivileges=yes"]) {
    expect(unit).toContain(line);
  }
});

test("the image and the unit run what npm start runs", () => {
  const command = packageFile.scripts.start.replace(/^exec /u, "");
  expect(command).toMatch(/^node .*src\/start\.mjs$/u);
  expect(read("Dockerfile")).toContain(
    `CMD ${JSON.stringify(command.split(" ")).replaceAll(",", ", ")}`,
  );
  expect(read("deploy/ask-the-article.service")).toContain(`ExecStart=/usr/bin/${command}\n`);
});
