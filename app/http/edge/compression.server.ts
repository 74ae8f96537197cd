// Pages made for one person are compressed quickly on their way out; what is too small to gain anything is left as it is.
import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from "node:zlib";
import type { RequestHandler, Response } from "express";
import { encodingFor } from "./encodings.server";

const tinyBytes = 1_024;
const compressible = /^(text\/|application\/(json|javascript|xml|manifest\+json)|image\/svg\+xml)/;

const compressorFor = (encoding: "br" | "gzip"): BrotliCompress | Gzip =>
  encoding === "br" ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 } }) : createGzip({ level: 5 });

const mayCompress = (response: Response): boolean =>
  response.statusCode !== 204 &&
  response.statusCode !== 206 &&
  response.statusCode !== 304 &&
  !response.hasHeader("Content-Encoding") &&
  compressible.test(String(response.getHeader("Content-Type") ?? "")) &&
  !/no-transform/.test(String(response.getHeader("Cache-Control") ?? ""));

type Chunk = string | Uint8Array;
const bytesOf = (chunk: Chunk): Buffer => (typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));

/** Holds the first kilobyte back to see whether there is more, then streams through the compressor, flushing whenever the page pauses. */
export const compression: RequestHandler = (request, response, next) => {
  const encoding = encodingFor(request.headers["accept-encoding"]);
  if (encoding === "identity" || request.method === "HEAD") return next();
  const write = response.write.bind(response) as (chunk: Chunk) => boolean;
  const end = response.end.bind(response) as (chunk?: Chunk) => Response;
  let held: Buffer[] | null = [];
  let heldBytes = 0;
  let compressor: BrotliCompress | Gzip | undefined;
  let flushing: NodeJS.Immediate | undefined;

  const start = () => {
    const begun = held ?? [];
    held = null;
    if (!response.headersSent && mayCompress(response)) {
      response.setHeader("Content-Encoding", encoding);
      response.removeHeader("Content-Length");
      compressor = compressorFor(encoding);
      compressor.on("data", (chunk: Buffer) => write(chunk)).on("end", () => end());
      response.once("close", () => compressor?.destroy());
    }
    for (const chunk of begun) pass(chunk);
  };
  const pass = (chunk: Buffer): boolean => {
    if (!compressor) return write(chunk);
    const more = compressor.write(chunk);
    clearImmediate(flushing);
    flushing = setImmediate(() => compressor?.flush());
    return more;
  };

  response.write = ((chunk: Chunk): boolean => {
    if (held === null) return pass(bytesOf(chunk));
    held.push(bytesOf(chunk));
    heldBytes += held.at(-1)!.length;
    if (heldBytes >= tinyBytes) start();
    return true;
  }) as Response["write"];

  response.end = ((chunk?: Chunk | (() => void)): Response => {
    const last = typeof chunk === "function" || chunk === undefined || chunk === null ? undefined : bytesOf(chunk);
    if (!response.headersSent && compressible.test(String(response.getHeader("Content-Type") ?? ""))) response.vary("Accept-Encoding");
    if (held !== null) {
      if (last) held.push(last);
      heldBytes += last?.length ?? 0;
      if (heldBytes >= tinyBytes) start();
      else {
        const whole = Buffer.concat(held);
        held = null;
        return whole.length > 0 ? end(whole) : end();
      }
    } else if (last) pass(last);
    if (!compressor) return end();
    clearImmediate(flushing);
    compressor.end();
    return response;
  }) as Response["end"];
  next();
};
