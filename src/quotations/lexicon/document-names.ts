/**
 * Words that end the proper names of documents, and the nouns by which such a one is called later: "the report" for the Hale
 * Review. Lower case; collected by the authors.
 */
const NAMES: Readonly<Record<string, string>> = {
  survey: 'survey study poll',
  review: 'review report inquiry',
  report: 'report study',
  index: 'index survey measure gauge',
  monitor: 'monitor survey study',
  barometer: 'barometer survey poll',
  tracker: 'tracker survey',
  poll: 'poll survey',
  census: 'census survey count',
  study: 'study report survey research',
  audit: 'audit report review',
  inquiry: 'inquiry report',
  enquiry: 'enquiry inquiry report',
  investigation: 'investigation report',
  assessment: 'assessment report study',
  analysis: 'analysis study',
  bulletin: 'bulletin report',
  digest: 'digest report',
  forecast: 'forecast report',
  white_paper: 'white_paper paper document',
  green_paper: 'green_paper paper document',
  dossier: 'dossier document',
  memorandum: 'memorandum memo document agreement',
  memo: 'memo document',
  declaration: 'declaration statement document',
  manifesto: 'manifesto document',
  charter: 'charter document',
  convention: 'convention treaty agreement',
  treaty: 'treaty pact agreement accord',
  accord: 'accord agreement deal pact treaty',
  accords: 'accords agreement deal',
  pact: 'pact agreement deal treaty',
  agreement: 'agreement deal accord pact',
  protocol: 'protocol agreement treaty',
  concordat: 'concordat agreement',
  communiqué: 'communiqué statement',
  resolution: 'resolution motion text',
  act: 'act law legislation statute',
  bill: 'bill legislation law measure',
  ordinance: 'ordinance law',
  statute: 'statute law',
  constitution: 'constitution document',
  directive: 'directive law rules',
  decree: 'decree order',
  edict: 'edict decree',
  roadmap: 'roadmap plan',
  blueprint: 'blueprint plan',
  prospectus: 'prospectus document',
  judgment: 'judgment ruling',
  ruling: 'ruling judgment decision',
  affidavit: 'affidavit statement document',
  indictment: 'indictment charges',
  scorecard: 'scorecard report',
};

/** Words that end the names of papers and of bodies too. */
const PAPERS =
  /^(?:survey|analysis|convention|constitution|audit|census|review|monitor|bulletin|digest|index|tracker|barometer|bill|act|poll)$/;

/** Whether a proper name is a document's and nothing else's, as its last word says. */
export function isDocumentName(name: string): boolean {
  return mayBeDocument(name) && !PAPERS.test(lastWord(name));
}

/** Whether a proper name may be a document's. */
export function mayBeDocument(name: string): boolean {
  return / /.test(name) && Object.hasOwn(NAMES, lastWord(name));
}

/** Whether a document of that name is called by a noun. */
export function isDocumentCalled(name: string, noun: string): boolean {
  const word = lastWord(name);
  return mayBeDocument(name) && (NAMES[word] ?? '').split(' ').includes(noun);
}

function lastWord(name: string): string {
  return name.toLowerCase().split(' ').at(-1) ?? '';
}
