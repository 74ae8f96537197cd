// Columns that many tables share.
import { customType, integer, jsonb, timestamp } from "drizzle-orm/pg-core";
import type { LocalizedText } from "../../app/core/locale";

export const id = () => integer().primaryKey().generatedByDefaultAsIdentity();
export const at = () => timestamp({ withTimezone: true, mode: "date", precision: 3 });
export const createdAt = () => at().notNull().defaultNow();
export const localizedText = () => jsonb().$type<LocalizedText>();
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
