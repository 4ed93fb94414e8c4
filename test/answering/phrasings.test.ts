import { describe } from 'vitest';
import { CLAIM, mean } from './mean.ts';

describe('who spoke of a thing at all', () => {
  mean({ request: 'who-said', isTopic: true, speaker: null, content: 'the dam' }, [
    'who mentioned the dam?',
    'who mentions the dam',
    'who spoke about the dam',
    'who has spoken about the dam?',
    'who talks about the dam',
    'who said anything about the dam?',
    'who commented on the dam',
    'who told the Courier about the dam?',
    'who spoke to reporters about the dam',
    'who brought up the dam',
    'who referred to the dam?',
  ]);
  mean({ request: 'who-said', isTopic: false, content: CLAIM }, ['who mentioned that the dam will hold?']);
});

describe('who said a thing', () => {
  mean({ request: 'who-said', followUp: null, speaker: null, content: CLAIM }, [
    'whose claim is it that the dam will hold?',
    'whose claim is that the dam will hold',
    'who’s behind the claim that the dam will hold?',
    'who is behind the statement that the dam will hold',
    'who made the claim that the dam will hold?',
    'who made the statement that the dam will hold',
    'where does the claim that the dam will hold come from?',
    'who came up with the idea that the dam will hold',
    'who is the source for the claim that the dam will hold?',
    'who is it that says the dam will hold',
    'who’s on record saying the dam will hold?',
    'who is quoted as saying the dam will hold?',
    'who was quoted saying the dam will hold',
    'who in the article says the dam will hold?',
    'who exactly said that the dam will hold',
    'who was the one who said the dam will hold?',
    'who was the person saying the dam will hold',
    'which person says the dam will hold?',
    'which of them said the dam will hold',
    'name the person who said the dam will hold',
    'find out who said the dam will hold',
    'Who, in this article, said the dam will hold?',
    'i need the name of whoever said the dam will hold',
    'does anyone say the dam will hold?',
    'did anybody say that the dam will hold?',
    'is there anyone who says the dam will hold?',
    'who the hell said the dam will hold',
    'who has been saying that the dam will hold',
    'who might have said the dam will hold?',
    'who siad the dam will hold',
    'who sad the dam will hold?',
    'hwo said the dam will hold',
    'whosaid the dam will hold',
    'ok so who was it again who said the dam will hold?',
    'We are on deadline. Who said the dam will hold? Thanks a lot!',
  ]);
  mean({ request: 'who-said', quoted: [CLAIM] }, [
    'who said “the dam will hold”?',
    "who said 'the dam will hold'",
    'who’s behind «the dam will hold»?',
    'whose words are „the dam will hold“?',
    '"the dam will hold" - who said that?',
    '"the dam will hold" who said it',
    '"the dam will hold". whose quote is that?',
    'who was it that said "the dam will hold"?',
    'source of "the dam will hold"?',
    'did anyone say "the dam will hold"?',
    'who is "the dam will hold" from?',
  ]);
  mean({ request: 'who-said', speaker: 'official', content: 'warned the dam would burst' }, [
    'which official warned the dam would burst?',
    'what official warned the dam would burst',
  ]);
});

describe('what one person says about a thing', () => {
  mean({ request: 'said-about', followUp: null, speaker: 'Okafor', content: 'the leak' }, [
    'what’s Okafor’s take on the leak',
    'Okafor’s view of the leak',
    'Okafor’s take on the leak?',
    'what’s the view of Okafor on the leak?',
    'anything from Okafor on the leak?',
    'anything by Okafor about the leak',
    'did Okafor say anything about the leak?',
    'does Okafor say anything on the leak',
    'does Okafor mention the leak?',
    'did Okafor comment on the leak',
    'has Okafor commented on the leak?',
    'did Okafor talk about the leak?',
    'what does Okafor make of the leak?',
    'how does Okafor see the leak',
    'what are Okafor’s thoughts on the leak?',
    'what’s Okafor saying about the leak',
    'what has Okafor said about the leak?',
    'what did Okafor have to say about the leak',
    'how did Okafor react to the leak?',
    'Okafor’s reaction to the leak',
    'where does Okafor stand on the leak?',
    'what is Okafor’s position on the leak',
    'any comment from Okafor on the leak?',
    'any word from Okafor on the leak?',
    'any quotes from Okafor on the leak?',
    'quotes from Okafor about the leak',
    'what were Okafor’s words on the leak?',
    'on the leak, what did Okafor say?',
    'regarding the leak, what does Okafor say?',
    'what Okafor said about the leak',
    'show me what Okafor says about the leak',
    'give me Okafor’s view on the leak',
    'how does Okafor feel about the leak?',
    'does Okafor have anything to say about the leak?',
    'what does Okafor say of the leak',
    'Okafor re the leak',
    'hi, what was it Okafor said about the leak?',
    'what did Okafor tell the paper about the leak?',
  ]);
});

describe('words that only look like verbs of saying', () => {
  mean({ request: 'fact', speaker: null }, [
    'what’s the name of the judge who will decide on it?',
    'what share of the repeat tests failed',
    'which company wants to snap up the brand?',
    'how was the previous dispute settled?',
    'what is the beetle called?',
    'what crime are the sailors accused of?',
    'what’s the point of the new gate?',
    'what were the neighbours told to do about the leak?',
  ]);
  mean({ request: 'said-about', speaker: 'the mayor', content: 'tolls' }, [
    'what is the mayor saying about tolls?',
    'what’s the mayor said about tolls',
  ]);
  mean({ request: 'said-about', speaker: 'their friends' }, [
    'what did their friends keep telling them before they met?',
  ]);
  mean({ request: 'who-said', speaker: 'expert', content: 'ice is thin' }, [
    'which expert was it that said ice is thin?',
  ]);
});

describe('whose opinion it is', () => {
  mean({ request: 'said-about', speaker: 'she', content: 'the leak' }, [
    'what was her opinion of the leak?',
    'what’s her own view of the leak',
  ]);
  mean({ request: 'said-about', speaker: 'she', content: 'why did the dam leak' }, [
    'why did the dam leak, in her own words?',
    'why did the dam leak, by her account',
  ]);
  mean({ request: 'said-about', speaker: 'her former partner', content: 'today' }, [
    'what are her former partner’s feelings today?',
  ]);
  mean({ request: 'said-about', speaker: 'Wells', content: 'tolls' }, ['what is Wells’ position on tolls?']);
});

describe('a name that is also an auxiliary', () => {
  const about = (speaker: string, content: string) => ({ request: 'said-about', speaker, content }) as const;
  mean(about('Will Hale', 'the dam'), [
    'what was Will Hale’s view on the dam?',
    "what's Will Hale's view on the dam",
    'what will Will Hale say about the dam?',
    'what will Will Hale have to say about the dam?',
    'what reasons will Will Hale give for the dam?',
  ]);
  mean(about('will hale', 'the dam'), [
    "what was will hale's view on the dam",
    'whats will hale’s view on the dam',
  ]);
  mean(about('Will', 'the fees'), ['what is Will’s take on the fees?', 'what Will said about the fees']);
  mean(about('Mark Can', 'tolls'), ['what was Mark Can’s position on tolls?']);
  mean(about('May Hale', 'tolls'), ['what was May Hale’s position on tolls?']);
  mean(about('the mayor', 'tolls'), ['what can the mayor say about tolls?']);
});

describe('an auxiliary that is no name', () => {
  mean({ request: 'fact', speaker: null }, [
    'what will the mayor’s answer be?',
    'what will Hale’s answer be?',
    'what must the mayor’s answer be?',
    'what should the mayor’s advice be?',
    'what does the mayor’s plan cost?',
    'what is in the mayor’s plan?',
    'what reason is being given for the delay?',
    'which farmer’s claim was rejected?',
  ]);
  mean({ request: 'said-about', speaker: 'the mayor’s spokesman', content: 'tolls' }, [
    'what did the mayor’s spokesman say about tolls?',
  ]);
});

describe('which of several people', () => {
  mean({ request: 'fact', speaker: null, speakerOrFact: false }, [
    'which doctor can the mayor see?',
    'which doctor can a patient see?',
    'which doctor should I see?',
    'which president was the bridge named after?',
    'which farmer has she sued?',
    'which farmer has Hale sued?',
    'which farmer didn’t he sue?',
    'which farmer didn’t Hale sue?',
    'which farmer was it that she sued?',
    'which farmer was his dog bitten by?',
    'which minister is the priest suing?',
    'which minister has the mayor criticised?',
    'which minister has Hale accused of lying?',
  ]);
  const did = (speaker: string) =>
    ({ request: 'fact', speaker, answerType: 'person', speakerOrFact: true }) as const;
  mean(did('farmer'), [
    'which farmer was the first to leave?',
    'which farmer is the last?',
    'which farmer has the most sheep?',
    'which farmer has his own dam?',
    'which farmer is a former teacher?',
    'which farmer was it who left?',
    'which farmer didn’t leave?',
    'which farmer is Spanish?',
    'which farmer has the dam?',
    'which farmer is the best paid?',
    'which farmer has the best cows?',
  ]);
  mean(did('farmers'), ['which farmers had been longing for the dam?']);
  mean(did('FARMER'), ['WHICH FARMER HAS SOLD THE DAM?']);
  mean({ request: 'who-said', speaker: 'minister', content: 'objected to the toll' }, [
    'which minister is the one who objected to the toll?',
  ]);
  mean({ request: 'fact', speaker: null }, ['what people want from the dam']);
});

describe('what one person says at all', () => {
  mean({ request: 'said-about', followUp: null, speaker: 'Okafor', content: '' }, [
    'did Okafor say anything?',
    'has Okafor commented?',
    'is Okafor quoted?',
    'what did Okafor say',
  ]);
});

describe('everything one person said', () => {
  mean({ request: 'quotes', speaker: 'Okafor' }, [
    'any quotes from Okafor?',
    'any quotes by Okafor',
    'got any quotes from Okafor?',
    'are there any quotes from Okafor',
    'what quotes are there from Okafor?',
    'show me Okafor’s quotes',
    'give me all Okafor’s quotes',
    'everything from Okafor',
    'everything by Okafor',
    'list everything Okafor says',
    'all the things Okafor said',
    'all that Okafor said',
    'Okafor quotes',
    'quotes: Okafor',
    'quote Okafor',
    'every word Okafor said',
    'pull up all quotes by Okafor please',
    'which quotes are by Okafor?',
  ]);
});
