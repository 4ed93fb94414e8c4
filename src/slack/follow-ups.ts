import { typedText } from './message-text.ts';

const LONGEST = 200;
const ASKS =
  /^(?:(?:and|but|so|ok|okay)[\s,]+)?(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|can|could|summary|sources|quotes|check)\b/iu;
const TO_SOMEBODY = /<@|(?:^|\s)@\p{L}|\b(?:you|your|yours|u|we|us|our|let's|lets)\b/iu;

/**
 * Whether a message reads like a question about the subject that is addressed to nobody in
 * particular. People who talk to each other in a thread of the bot are left alone.
 */
export function isQuestionToNobody(text: string): boolean {
  if (TO_SOMEBODY.test(text)) return false;
  return typedText(text).length <= LONGEST && isQuestion(text);
}

/** Whether a message begins as a question, or as a request by its name. */
export function isQuestion(text: string): boolean {
  return ASKS.test(typedText(text));
}
