// Where uploaded files are kept. Keys are made by us from chance; nobody outside ever chooses one.
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { finished } from "node:stream/promises";
import type { Readable } from "node:stream";
import { env } from "./env.server";

export type FileStorage = {
  /** Resolves once the bytes are on the disk. */
  put: (key: string, bytes: Buffer) => Promise<void>;
  /** The bytes, or null where there are none under this key. */
  read: (key: string) => Promise<Readable | null>;
  /** Nothing happens where there is nothing. */
  remove: (key: string) => Promise<void>;
};

const keyPattern = /^[A-Za-z0-9_-]{32}$/;

/** Files below a folder, spread over subfolders by the first two letters of their keys. */
export const diskStorage = (folder: string): FileStorage => {
  const pathOf = (key: string): string => {
    if (!keyPattern.test(key)) throw new Error("This is no key of a stored file");
    return join(folder, key.slice(0, 2), key);
  };
  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(`${path}.part`, "w", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
    },
    read: async (key) => {
      const stream = createReadStream(pathOf(key));
      try {
        await new Promise<void>((resolve, reject) => stream.once("open", () => resolve()).once("error", reject));
        return stream;
      } catch (error) {
        stream.destroy();
        await finished(stream).catch(() => undefined);
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
};

let storage: FileStorage | undefined;
export const fileStorage = (): FileStorage => (storage ??= diskStorage(resolve(env().KAWAN_DATA_DIR, "uploads")));
