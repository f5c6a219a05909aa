import { expect, test } from "vitest";
import { canonicalAddress, mayBeArticle } from "../../src/article/address.ts";

const FERRY = "https://packet.example/news/night-ferry-2024";

test.each([
  "http://packet.example/news/night-ferry-2024",
  "https://www.packet.example/news/night-ferry-2024",
  "HTTPS://Packet.Example:443/news/night-ferry-2024/",
  "https://packet.example/news/night-ferry-2024#fares",
  "https://packet.example/news/night-ferry-2024?utm_source=telegram&utm_medium=social",
  "https://packet.example/news/night-ferry-2024?fbclid=1&gclid=2&yclid=3&from=main",
  "https://m.packet.example/news/night-ferry-2024",
  "https://mobile.packet.example/news/night-ferry-2024",
  "https://amp.packet.example/news/night-ferry-2024",
  "https://www.m.packet.example/news/night-ferry-2024",
  "https://packet.example/news/night-ferry-2024/amp",
  "https://packet.example/news/night-ferry-2024/amp/",
  "https://packet.example/amp/news/night-ferry-2024",
  "https://packet.example/news/night-ferry-2024?amp=1",
  "https://packet.example/news/night-ferry-2024?outputType=amp",
  "https://packet.example/news/night-ferry-2024.amp",
  "https://packet.example/news/night-ferry-2024/index.html",
  "https://packet-example.cdn.ampproject.org/c/s/packet.example/news/night-ferry-2024",
  "https://www.google.com/amp/s/packet.example/news/night-ferry-2024",
])("%s leads to the same page", (url) => {
  expect(canonicalAddress(url)).toBe(canonicalAddress(FERRY));
});

test.each([
  ["https://packet.example/a?id=1", "https://packet.example/a?id=2"],
  ["https://packet.example/a", "https://packet.example/A"],
  ["https://packet.example/a", "https://packet.example:8080/a"],
  ["https://packet.example/guitars", "https://packet.example/guitars/amp"],
  ["https://packet.example/amp/guitars", "https://packet.example/guitars"],
  ["https://uk.packet.example/a", "https://packet.example/a"],
  ["https://m.me/ann", "https://me/ann"],
  ["https://www.google.com/amp/s", "https://www.google.com/s"],
])("%s and %s are two pages", (one, other) => {
  expect(canonicalAddress(one)).not.toBe(canonicalAddress(other));
});

test.each([
  ["https://packet.example/a?id=1&page=2", "https://packet.example/a?page=2&utm_term=x&id=1"],
  ["https://packet.example/пором", "https://packet.example/%D0%BF%D0%BE%D1%80%D0%BE%D0%BC"],
  ["https://packet.example/пором", "https://packet.example/%d0%bf%d0%be%d1%80%d0%be%d0%bc"],
  ["https://новини.укр/a-1", "https://xn--b1amarcd.xn--j1amh/a-1"],
  ["https://en.wikipedia.org/wiki/Ferry", "https://en.m.wikipedia.org/wiki/Ferry"],
  ["https://packet.example/a-1.html", "https://packet.example/a-1.amp.html"],
  ["https://packet.example", "http://www.packet.example/?ref=x"],
])("%s and %s are one", (one, other) => {
  expect(canonicalAddress(one)).toBe(canonicalAddress(other));
});

test("what is no address stays as it is", () => {
  expect(canonicalAddress("packet.example/a")).toBe("packet.example/a");
  expect(canonicalAddress("https://packet.example/%E0%A4%A/amp")).toContain("%E0%A4%A");
});

test.each([
  [true, "https://packet.example/ferry"],
  [true, "https://packet.example/news/2024/05/night-ferry"],
  [true, "https://packet.example/?p=123"],
  [true, "https://packet.example/news/ferry.html"],
  [true, "https://www.google.com/amp/s/packet.example/ferry-1"],
  [false, "https://packet.example"],
  [false, "https://www.packet.example/"],
  [false, "https://packet.example/uk/"],
  [false, "https://packet.example/index.html"],
  [false, "https://packet.example/en-GB/news"],
  [false, "https://packet.example/ferry.jpg?width=300"],
  [false, "https://packet.example/?utm_source=telegram"],
  [false, "https://t.me/packet/12"],
  [false, "https://www.youtube.com/watch?v=1"],
  [false, "https://x.com/packet/status/12"],
  [false, "tg://resolve?domain=packet"],
  [false, "mailto:ann@packet.example"],
  [false, "ferry"],
])("%s: %s may be an article", (may, url) => {
  expect(mayBeArticle(url)).toBe(may);
});
