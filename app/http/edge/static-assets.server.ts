// Scripts, styles, fonts and pictures of the site. The list of files is read once, so no address can reach any other file.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { RequestHandler } from "express";
import { encodingFor, type Encoding } from "./encodings.server";
import { refuse } from "./refuse.server";

const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
};

type Asset = { file: string; type: string; isHashed: boolean; encodings: ReadonlySet<Encoding> };
type Loaded = { body: Buffer; tag: string };

const suffixes: Record<Encoding, string> = { br: ".br", gzip: ".gz", identity: "" };

/** The folder of the built site, found from the running file: the working directory does not matter. */
const clientFolder = (): string | null => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, "client");
    if (existsSync(join(candidate, "assets"))) return candidate;
    if (folder === dirname(folder)) return null;
  }
};

const listAssets = (folder: string): Map<string, Asset> => {
  const names = new Set(readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => relative(".", name).split(sep).join("/")));
  const assets = new Map<string, Asset>();
  for (const name of names) {
    const type = types[extname(name)];
    if (!type || name.split("/").some((part) => part.startsWith("."))) continue;
    const encodings = new Set((["br", "gzip"] as const).filter((encoding) => names.has(name + suffixes[encoding])));
    assets.set(`/${name}`, { file: join(folder, name), type, isHashed: name.startsWith("assets/"), encodings });
  }
  return assets;
};

/** Read on first demand and kept: the whole site is a few megabytes. */
const createLoader = () => {
  const loaded = new Map<string, Loaded>();
  return (file: string): Loaded => {
    const known = loaded.get(file);
    if (known) return known;
    const body = readFileSync(file);
    const fresh = { body, tag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
    loaded.set(file, fresh);
    return fresh;
  };
};

export const staticAssets = (folder: string | null = clientFolder()): RequestHandler => {
  if (!folder) throw new Error("The built site was not found beside the server: run the build first.");
  const assets = listAssets(folder);
  const load = createLoader();
  return (request, response, next) => {
    const path = request.url.split("?", 1)[0] ?? "";
    const asset = assets.get(path);
    if (!asset) return path.startsWith("/assets/") ? refuse(request, response, { status: 404 }) : next();
    if (request.method === "POST") return refuse(request, response, { status: 405, allow: "GET, HEAD" });
    const wanted = encodingFor(request.headers["accept-encoding"]);
    const encoding = asset.encodings.has(wanted) ? wanted : wanted === "br" && asset.encodings.has("gzip") ? "gzip" : "identity";
    const { body, tag } = load(asset.file + suffixes[encoding]);
    response.setHeader("Cache-Control", asset.isHashed ? "public, max-age=31536000, immutable" : "public, max-age=3600");
    response.setHeader("ETag", tag);
    if (asset.encodings.size > 0) response.setHeader("Vary", "Accept-Encoding");
    if (request.headers["if-none-match"] === tag) {
      response.statusCode = 304;
      return void response.end();
    }
    response.setHeader("Content-Type", asset.type);
    response.setHeader("Content-Length", body.length);
    if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
    response.end(request.method === "HEAD" ? undefined : body);
  };
};
