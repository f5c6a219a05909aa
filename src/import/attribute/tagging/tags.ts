import type { Sentence } from "../read-text.ts";

/** How likely each token of a sentence is part of a cue, a speaker, or what is said. */
export type Tags = Readonly<Record<Tag, Float32Array>>;
export type Tag = (typeof TAGS)[number];
export const TAGS = ["cue", "speaker", "content"] as const;

export type TaggedSentence = { readonly sentence: Sentence; readonly tags: Tags };
