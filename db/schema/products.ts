// Products, the teams that own them, and the prototypes that people try.
import { boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { teams } from "./accounts";
import { at, createdAt, id, localizedText } from "./columns";

export const products = pgTable(
  "products",
  {
    id: id(),
    teamId: integer()
      .notNull()
      .references(() => teams.id),
    name: localizedText().notNull(),
    description: localizedText().notNull(),
    /** What it is held against when its scores are placed among those of others; empty where nobody said. */
    category: text().notNull().default(""),
    revision: integer().notNull().default(1),
    archivedAt: at(),
    createdAt: createdAt(),
  },
  (t) => [index("products_team").on(t.teamId)],
);

export const prototypes = pgTable(
  "prototypes",
  {
    id: id(),
    productId: integer()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    /** The name inside the house; members only ever see the blind code. */
    name: text().notNull(),
    description: localizedText().notNull(),
    ingredients: text().notNull().default(""),
    allergens: text().notNull().default(""),
    usage: localizedText().notNull(),
    /** True for today's product, which the others are held against. */
    isBenchmark: boolean().notNull().default(false),
    revision: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [index("prototypes_product").on(t.productId)],
);
