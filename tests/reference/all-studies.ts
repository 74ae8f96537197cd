/** Every study that a comparison is written for. */
import type { Study } from "./comparison";
import { carrots } from "./studies/carrots";
import { fixtures } from "./studies/fixtures";
import { mascaras, pudding, salad } from "./studies/pairs-and-ranks";
import { coders, prices, wallet } from "./studies/prices-kano-coders";
import { bigFive, customers, election, scotch } from "./studies/scales-and-weights";
import { bread, rice } from "./studies/words-and-best-worst";

export const allStudies: readonly Study[] = [fixtures, carrots, mascaras, pudding, salad, bread, rice, prices, wallet, coders, bigFive, customers, scotch, election];
