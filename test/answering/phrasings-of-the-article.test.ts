import { describe } from 'vitest';
import { CLAIM, mean } from './mean.ts';

describe('the article in a few lines', () => {
  mean({ request: 'summary', lines: null }, [
    'give me the gist',
    'the gist?',
    'tldr',
    'TL;DR please',
    'sum this up please',
    'what’s this about?',
    'whats it about',
    'what’s the story here?',
    'key takeaways',
    'main takeaways?',
    'what are the key points?',
    'give me a quick summary',
    'short summary pls',
    'recap',
    'brief me',
    'bring me up to speed',
    'catch me up',
    'in a nutshell?',
    'what should I know about this article?',
    'overview please',
    'give me the short version',
    'sumary',
    'summery please',
  ]);
  const counted: readonly (readonly [number, readonly string[]])[] = [
    [3, ['top 3 points', 'top three points', '3 key points', 'three bullet points please', 'summary 3']],
    [3, ['summarise in three lines', 'boil it down to 3 points', 'sumarize in 3', '3-line summary']],
    [5, ['5 bullets', 'in 5 bullets please', 'the article in five lines', 'give me five key takeaways']],
    [2, ['can i get this in 2 sentences', 'a two-sentence summary']],
    [1, ['a one-line summary', 'summary in one line', 'sum it up in a single sentence']],
  ];
  for (const [lines, phrasings] of counted) mean({ request: 'summary', lines }, phrasings);
});

describe('who is quoted', () => {
  mean({ request: 'sources' }, [
    'who are the sources?',
    'list speakers',
    'list all sources',
    'how many people are quoted?',
    'how many sources are there?',
    'how many speakers?',
    'who do they quote?',
    'whom does the article quote?',
    'who’s quoted',
    'who gets quoted here',
    'who all is quoted',
    'who is interviewed?',
    'who was interviewed for this',
    'what sources are used',
    'which sources does it use?',
    'name the sources',
    'give me a list of the sources',
    'everyone who is quoted',
    'list of people quoted',
    'who are the people quoted?',
    'which experts are quoted?',
    'who are they quoting?',
    'who speaks in this article?',
    'are there any anonymous sources?',
    'who did they talk to?',
    'sources please',
  ]);
});

describe('a claim about somebody', () => {
  mean({ request: 'check', followUp: null, speaker: 'Okafor', content: CLAIM }, [
    'did Okafor really say the dam will hold',
    'didn’t Okafor say the dam will hold?',
    'has Okafor said that the dam will hold?',
    'does Okafor say the dam will hold?',
    'is Okafor saying the dam will hold?',
    'did Okafor ever say that the dam will hold?',
    'did Okafor actually say the dam will hold or not',
    'did Okafor tell the paper that the dam will hold?',
    'Okafor said the dam will hold, right?',
    'Okafor says the dam will hold - true?',
    'Okafor said the dam will hold, didn’t she?',
    'so Okafor said the dam will hold?',
    'Okafor never said the dam will hold',
    'Okafor never said that the dam will hold, did she?',
    'i think Okafor said the dam will hold',
    'I heard that Okafor said the dam will hold',
    'someone told me Okafor said the dam will hold',
    'can you confirm that Okafor said the dam will hold?',
    'can you check whether Okafor said the dam will hold',
    'please verify: Okafor said the dam will hold',
    'fact check: Okafor said the dam will hold',
    'is it correct that Okafor claims the dam will hold',
    'is it true Okafor said the dam will hold?',
    'Okafor is quoted as saying the dam will hold. correct?',
    'is Okafor quoted as saying the dam will hold?',
    'wasn’t it Okafor who said the dam will hold?',
    'is it Okafor who says the dam will hold?',
    'according to Okafor the dam will hold, right?',
    'did Okafor say the dam will hold? asking for a friend',
  ]);
  mean({ request: 'check', speaker: 'Okafor', content: 'deny the dam will hold' }, [
    'did Okafor deny the dam will hold?',
  ]);
});

describe('a quotation to check', () => {
  mean({ request: 'check', speaker: 'Okafor', quoted: [CLAIM] }, [
    'Okafor: ‘the dam will hold’',
    '“the dam will hold” — Okafor',
    '"the dam will hold" (Okafor)',
    '"the dam will hold," says Okafor',
    '"the dam will hold", according to Okafor',
    'Okafor said "the dam will hold"',
    'Okafor said that "the dam will hold", is that right?',
    'is "the dam will hold" a real quote by Okafor?',
    'is "the dam will hold" from Okafor?',
    "did Okafor say 'the dam will hold'",
    'does Okafor say „the dam will hold“?',
    'did Okafor call it "the dam will hold"?',
    'Okafor, "the dam will hold"',
    'Okafor - "the dam will hold"',
    'is the quote "the dam will hold" by Okafor accurate?',
    '"the dam will hold" is what Okafor said',
    'check Okafor "the dam will hold"',
    'check "the dam will hold" Okafor',
    'can you verify "the dam will hold" by Okafor?',
    'Quote from Okafor: "the dam will hold"',
    'Okafor’s quote "the dam will hold": real?',
    'did "the dam will hold" come from Okafor?',
    'was "the dam will hold" said by Okafor?',
  ]);
  mean({ request: 'check', speaker: null, quoted: [CLAIM] }, [
    '"the dam will hold" is this right?',
    'is it verbatim? "the dam will hold"',
    'is the quote "the dam will hold" accurate',
    'does the article say "the dam will hold"?',
    'is "the dam will hold" in the article?',
    'does "the dam will hold" appear in the text?',
    'someone posted "the dam will hold". is that a real quote?',
    '<@U123> check please: “the dam will hold”',
    'is "the dam will hold" a real quote?',
    'did they really write "the dam will hold"?',
    '&gt; "the dam will hold"',
  ]);
});

describe('a turn that leans on the ones before', () => {
  mean({ followUp: 'more', content: '' }, [
    'what else?',
    'more please',
    'tell me more',
    'go on',
    'keep going',
    'anything more?',
    'what more did she say?',
    'and what else did the mayor say',
    'did he say anything else?',
  ]);
  mean({ followUp: 'where' }, [
    'where exactly?',
    'where is that from',
    'where did he say that?',
    'which article is that from?',
    'in which article?',
    'where can I find that?',
    'link?',
    'whereabouts in the article?',
  ]);
  mean({ followUp: 'context' }, [
    'show me the context',
    'context?',
    'in what context?',
    'what was the context',
    'show the whole paragraph',
    'can I see the paragraph?',
  ]);
  mean({ followUp: 'who-said-that' }, [
    'who said that?',
    'who’s that?',
    'who said this',
    'says who',
    'according to who?',
    'who was that again?',
    'source?',
    'who told them that?',
    'who says so?',
  ]);
  mean({ followUp: 'confirm' }, [
    'really?',
    'are you sure?',
    'are you sure about that?',
    'sure?',
    'is that right?',
    'is that verbatim?',
    'did she really say that?',
    'did he say that?',
    'is that an exact quote?',
    'exact words?',
    'what were his exact words?',
    'give me the full quote',
  ]);
  mean({ followUp: 'nth', nth: 2 }, [
    'the second one',
    'show me the second one',
    'and the second?',
    'the 2nd one?',
  ]);
  mean({ followUp: 'nth', nth: 3 }, ['number 3', 'the third one please', '#3']);
  mean({ followUp: 'nth', nth: -1 }, ['the last one']);
  mean({ followUp: 'other-article' }, [
    'and in the other article?',
    'and in the other one?',
    'what about the other article?',
    'what does the other article say?',
  ]);
  mean({ followUp: 'somebody-else' }, [
    'who else?',
    'who else said that?',
    'anyone else?',
    'did anyone else say that?',
    'does anybody else say so?',
  ]);
  mean({ followUp: 'who-is', speaker: 'he' }, ['who is he?', 'and who is he?', 'who’s he']);
  mean({ followUp: 'another-speaker', speaker: 'the leak' }, [
    'what about the leak?',
    'and the leak?',
    'how about the leak',
  ]);
  mean({ followUp: 'another-speaker', speaker: 'Okafor' }, [
    'and Okafor?',
    'what about Okafor',
    'okay and Okafor?',
  ]);
  mean({ request: 'check', speaker: 'he', content: CLAIM }, [
    'did he also say the dam will hold?',
    'did he say as well that the dam will hold?',
    'he said the dam will hold, right?',
  ]);
  mean({ request: 'said-about', followUp: null, speaker: 'she', content: 'the ferry' }, [
    'what did she say about the ferry?',
    'did she also say anything about the ferry?',
    'and what does she think of the ferry?',
  ]);
});

describe('nothing to answer from the article', () => {
  mean({ request: 'help', courtesy: 'thanks' }, [
    'thanks!',
    'thank you so much',
    'cheers mate',
    'ty',
    'great, thanks',
    'perfect 👍',
    'ok',
    'got it, thanks',
    'nice one',
    'hey thanks',
  ]);
  mean({ request: 'help', courtesy: 'greeting' }, ['good morning', 'hi there', 'hello bot', 'hey']);
  mean({ request: 'help', courtesy: 'farewell' }, ['bye', 'goodbye!']);
  mean({ request: 'help', courtesy: null }, [
    'help',
    'what can you do?',
    'how does this work',
    'what do you do?',
  ]);
});
