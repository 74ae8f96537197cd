/** Every study that a comparison is written for. */
import type { Study } from "./comparison";
import { bootstraps } from "./studies/bootstraps";
import { carrots } from "./studies/carrots";
import { dunnett } from "./studies/dunnett";
import { fixtures } from "./studies/fixtures";
import { anxiety, boards, cocktails, servicePrices, simulatedReach, vegetables } from "./studies/more-studies";
import { brexit, seattle } from "./studies/opinions";
import { orange } from "./studies/orange";
import { mascaras, pudding, salad } from "./studies/pairs-and-ranks";
import { coders, prices, wallet } from "./studies/prices-kano-coders";
import { bigFive, customers, election, scotch } from "./studies/scales-and-weights";
import { careless, leather, music, reviews, sentences } from "./studies/texts-and-quality";
import { weighted } from "./studies/weighted";
import { bread, rice } from "./studies/words-and-best-worst";

export const allStudies: readonly Study[] = [
  fixtures,
  bootstraps,
  dunnett,
  weighted,
  carrots,
  orange,
  mascaras,
  pudding,
  salad,
  bread,
  rice,
  prices,
  wallet,
  coders,
  bigFive,
  customers,
  scotch,
  election,
  music,
  careless,
  leather,
  sentences,
  reviews,
  seattle,
  brexit,
  boards,
  servicePrices,
  simulatedReach,
  cocktails,
  anxiety,
  vegetables,
];
