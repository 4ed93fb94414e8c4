/** Words at which the phrase ends that names an office, or what somebody does or keeps. */
export const PHRASE_EDGE =
  /^(?:of|for|at|in|on|from|by|to|with|who|which|whose|that|under|since|until|and|across|opposite|near|next|behind|above|beside|as|but|because|while|when|after|before)$/;
