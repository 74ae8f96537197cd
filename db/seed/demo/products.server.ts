// Products of the demo's teams with their prototypes, described by Rian.
import { createProduct } from "../../../app/features/products/create-product.server";
import { createPrototype } from "../../../app/features/products/create-prototype.server";
import { demoProducts } from "../texts/products";
import { as, dayAt, schedule, type Stage } from "./stage.server";

export type DemoShelf = { products: Map<string, number>; prototypes: Map<string, number> };

const findOr = (map: Map<string, number>, key: string): number => {
  const id = map.get(key);
  if (id === undefined) throw new Error(`The demo has no "${key}"`);
  return id;
};
export const productId = (shelf: DemoShelf, key: string): number => findOr(shelf.products, key);
export const prototypeId = (shelf: DemoShelf, key: string): number => findOr(shelf.prototypes, key);

/** On the timeline; the shelf is filled as it is played. */
export const seedProducts = (stage: Stage, teams: ReadonlyMap<string, number>): DemoShelf => {
  const shelf: DemoShelf = { products: new Map(), prototypes: new Map() };
  for (const [place, product] of demoProducts.entries()) {
    const days = product.sinceDaysAgo ?? 410 - place * 83;
    const createdAt = dayAt(stage, days, 10.4 + place);
    const { name, description, category } = product;
    const teamId = teams.get(product.team) as number;
    const make = () => createProduct(as(stage, "rian", createdAt), { teamId, name, description, category });
    schedule(stage, createdAt, async () => shelf.products.set(product.key, await make()));
    for (const [index, { key, benchmark, ...prototype }] of product.prototypes.entries()) {
      const at = dayAt(stage, days - index * 61, 14 + index * 1.7);
      const create = () => createPrototype(as(stage, "rian", at), { productId: productId(shelf, product.key), ...prototype, isBenchmark: benchmark === true });
      schedule(stage, at, async () => shelf.prototypes.set(key, await create()));
    }
  }
  return shelf;
};
