import { expect, test } from "vitest";
import { slugify } from "../../src/article/slug.ts";

test.each([
  ["Café on the pier", "cafe-on-the-pier"],
  ["Łódź, Strauß & Ærø", "lodz-strauss-aero"],
  ["A  b—c", "a-b-c"],
])("%j has the slug %j", (text, slug) => {
  expect(slugify(text)).toBe(slug);
});
