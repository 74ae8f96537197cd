// Renderings that are shared for a moment: made once however many ask, fresh for a second, gone after a second and a half.
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Encoding } from "../encodings.server";

/** A page, in each encoding that somebody has asked for. Null where this address cannot be shared. */
export type Rendering = { bodies: Partial<Record<Encoding, Buffer>>; identity: Buffer } | null;

type Entry = { rendering: Rendering; renderedAt: number };
type Times = { freshMs?: number; goneMs?: number; most?: number; now?: () => number };

const compress: Record<Encoding, (body: Buffer) => Buffer> = {
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body) => gzipSync(body, { level: 6 }),
  identity: (body) => body,
};

/** Compressed once per encoding, when first asked for. */
export const bodyOf = (rendering: NonNullable<Rendering>, encoding: Encoding): Buffer =>
  (rendering.bodies[encoding] ??= compress[encoding](rendering.identity));

export const createStore = ({ freshMs = 1_000, goneMs = 1_500, most = 200, now = Date.now }: Times = {}) => {
  const entries = new Map<string, Entry>();
  const underWay = new Map<string, Promise<Rendering>>();
  let generation = 0;

  const renderOnce = (key: string, render: () => Promise<Rendering>): Promise<Rendering> => {
    const running = underWay.get(key);
    if (running) return running;
    const begun = { generation, at: now() };
    const work = render()
      .then((rendering) => {
        // What was dropped while this was being made may be in it.
        if (begun.generation !== generation) return renderOnce(key, render);
        underWay.delete(key);
        entries.delete(key);
        // The age counts from when the data was read, which is the beginning.
        entries.set(key, { rendering, renderedAt: begun.at });
        if (entries.size > most) entries.delete(entries.keys().next().value as string);
        return rendering;
      })
      .catch((error: unknown) => {
        if (begun.generation === generation) underWay.delete(key);
        throw error;
      });
    underWay.set(key, work);
    return work;
  };

  return {
    /** What may be shown right now without waiting, or undefined. Asks for a new rendering when the old one is about to go. */
    find: (key: string, render: () => Promise<Rendering>): Rendering | undefined => {
      const entry = entries.get(key);
      if (!entry) return undefined;
      const age = now() - entry.renderedAt;
      if (age >= goneMs) return undefined;
      if (age >= freshMs) renderOnce(key, render).catch(() => undefined);
      return entry.rendering;
    },
    /** A rendering of now; all who ask meanwhile wait for the same one. */
    make: renderOnce,
    /** Forgets everything, and what is being made at this moment will not be shown either. */
    drop: (): void => {
      generation++;
      entries.clear();
      underWay.clear();
    },
    size: (): number => entries.size,
  };
};
