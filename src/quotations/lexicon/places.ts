import { wordSet } from './word-set.ts';

/** Countries and seats of government: as subject of a verb of saying they stand for a government. Lower case. */
export const PLACES: ReadonlySet<string> =
  wordSet(`afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium
  bolivia bosnia botswana brazil britain bulgaria burma burundi cambodia cameroon canada chad chile china colombia congo
  croatia cuba cyprus denmark ecuador egypt eritrea estonia ethiopia finland france gabon gambia georgia germany ghana greece
  guatemala guinea haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan
  kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg malawi malaysia mali malta mexico moldova mongolia
  montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan panama paraguay
  peru philippines poland portugal qatar romania russia rwanda senegal serbia singapore slovakia slovenia somalia spain sudan
  sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela
  vietnam wales scotland england yemen zambia zimbabwe europe africa asia america washington moscow beijing london paris berlin brussels tehran
  jerusalem ankara kiev kyiv cairo riyadh damascus baghdad kabul islamabad tokyo seoul pyongyang delhi canberra ottawa madrid rome athens
  us u.s. usa uk u.k. eu u.n. un california texas florida ohio`);
