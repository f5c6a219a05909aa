import type { MessageDraft } from "../state/post-message.ts";

/** Minimal media messages for users to send. */
export const SAMPLE_MEDIA = {
  sticker: {
    sticker: {
      file_id: "sample-sticker",
      file_unique_id: "sample-sticker",
      type: "regular",
      width: 512,
      height: 512,
      is_animated: false,
      is_video: false,
    },
  },
  voice: { voice: { file_id: "sample-voice", file_unique_id: "sample-voice", duration: 3 } },
  photo: {
    photo: [{ file_id: "sample-photo", file_unique_id: "sample-photo", width: 320, height: 240 }],
  },
  document: { document: { file_id: "sample-document", file_unique_id: "sample-document" } },
  location: { location: { latitude: 50.45, longitude: 30.52 } },
  contact: { contact: { phone_number: "+1 555 0100", first_name: "Ben" } },
  dice: { dice: { emoji: "🎲", value: 4 } },
} satisfies Record<string, MessageDraft>;

export type MediaKind = keyof typeof SAMPLE_MEDIA;
