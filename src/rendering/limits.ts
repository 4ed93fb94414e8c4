/**
 * What Slack accepts, from its Block Kit reference, and what was seen to fail below that. All
 * lengths are in UTF-16 code units, which is never more generous than Slack's own counting.
 */
export const LIMITS = {
  blocksPerMessage: 50,
  blocksPerView: 100,
  /** A message's blocks as JSON: `msg_blocks_too_long` was seen from about 13,200. */
  charactersPerMessage: 13_000,
  /** Slack names no sum for a view; this is ours, so that a long article stays far from its 250 KB. */
  charactersPerView: 60_000,
  sectionText: 3_000,
  headerText: 150,
  contextElements: 10,
  contextText: 3_000,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  buttonUrl: 3_000,
  identifier: 255,
  viewTitle: 24,
  privateMetadata: 3_000,
  /** Slack cuts a message's `text` past 40,000; an update's fails past 4,000 escaped bytes. */
  messageText: 40_000,
  updateText: 4_000,
  /** Ours: a piece of a quotation in one block; Slack names no limit for rich text, a section's holds. */
  quotationPiece: 2_800,
  /** Ours, in bytes: the fallback text is read aloud or shown in a notification; an update has to fit as well. */
  fallbackBytes: 3_600,
  /** Ours: more than this in one message is a wall; the rest is one button away. */
  citationsPerMessage: 8,
  /** Ours, for the same reason: a view scrolls, but nobody reads more. */
  citationsPerView: 30,
  /** Ours: longer titles and names are shown by their beginning; a quotation never is. */
  label: 300,
} as const;
