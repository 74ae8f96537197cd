// Rebuilds a picture from its pixels: what was hidden in the file, such as where it was taken, does not survive.
import { fileTypeFromFile } from "file-type";
import sharp from "sharp";

// Only the three loaders that people's cameras need may ever see a byte from outside.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegFile", "VipsForeignLoadPngFile", "VipsForeignLoadWebpFile"] });
sharp.cache(false);
sharp.concurrency(1);

const kinds: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp"]);
const mostPixels = 40_000_000;
const longestEdge = 2048;

export type RebuiltImage = { bytes: Buffer; width: number; height: number };
export type ImageProblem = "photo_kind" | "photo_unreadable";

/** The picture in the file at `path`, upright, at most 2048 pixels long, as WebP; or what is wrong with it. */
export const rebuildImage = async (path: string): Promise<RebuiltImage | ImageProblem> => {
  const kind = await fileTypeFromFile(path);
  if (!kind || !kinds.has(kind.mime)) return "photo_kind";
  try {
    const { data, info } = await sharp(path, { limitInputPixels: mostPixels, failOn: "error", animated: false })
      .autoOrient()
      .resize({ width: longestEdge, height: longestEdge, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return "photo_unreadable";
  }
};
