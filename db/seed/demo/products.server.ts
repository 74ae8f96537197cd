// Products of the demo's teams with their prototypes, described by Rian.
import { createProduct } from "../../../app/features/products/create-product.server";
import { createPrototype } from "../../../app/features/products/create-prototype.server";
import { demoProducts } from "../texts/products";
import { as, dayAt, type Stage } from "./stage.server";

export type DemoShelf = { products: Map<string, number>; prototypes: Map<string, number> };

const findOr = (map: Map<string, number>, key: string): number => {
  const id = map.get(key);
  if (id === undefined) throw new Error(`The demo has no "${key}"`);
  return id;
};
export const productId = (shelf: DemoShelf, key: string): number => findOr(shelf.products, key);
export const prototypeId = (shelf: DemoShelf, key: string): number => findOr(shelf.prototypes, key);

export const seedProducts = async (stage: Stage, teams: ReadonlyMap<string, number>): Promise<DemoShelf> => {
  const shelf: DemoShelf = { products: new Map(), prototypes: new Map() };
  for (const [place, product] of demoProducts.entries()) {
    const days = 410 - place * 83;
    const { name, description } = product;
    const made = await createProduct(as(stage, "rian", dayAt(stage, days, 10.4)), { teamId: teams.get(product.team) as number, name, description });
    shelf.products.set(product.key, made);
    for (const [index, { key, benchmark, ...prototype }] of product.prototypes.entries()) {
      const ctx = as(stage, "rian", dayAt(stage, days - index * 61, 11 + index * 1.7));
      shelf.prototypes.set(key, await createPrototype(ctx, { productId: made, ...prototype, isBenchmark: benchmark === true }));
    }
  }
  return shelf;
};
