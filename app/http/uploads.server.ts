// One file of a multipart form, streamed to a temporary file that is gone when the work is done.
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";

export type Upload = { path: string; bytes: number };
export type UploadProblem = "too_large" | "not_a_form" | "nothing";

const receive = (request: Request, path: string, field: string, mostBytes: number): Promise<UploadProblem | null> =>
  new Promise((resolve) => {
    const body = request.body;
    let parser: busboy.Busboy;
    try {
      parser = busboy({ headers: Object.fromEntries(request.headers), limits: { files: 1, fileSize: mostBytes, fields: 10, parts: 12, headerPairs: 40 } });
    } catch {
      return resolve("not_a_form");
    }
    if (!body) return resolve("not_a_form");
    let written: Promise<UploadProblem | null> = Promise.resolve("nothing");
    parser.on("file", (name, stream, info) => {
      // A form without a chosen file sends an empty one without a name.
      if (name !== field) return void stream.resume();
      written = pipeline(stream, createWriteStream(path, { flags: "wx", mode: 0o600 })).then(
        () => (stream.truncated ? "too_large" : info.filename ? null : "nothing"),
        () => "not_a_form" as const,
      );
    });
    parser.on("close", () => void written.then(resolve));
    parser.on("error", () => resolve("not_a_form"));
    Readable.fromWeb(body as ReadableStream)
      .on("error", () => resolve("not_a_form"))
      .pipe(parser);
  });

/** Runs `work` on the file named `field` of the form, or on what is wrong with it. */
export const withUpload = async <T>(
  request: Request,
  { field, mostBytes }: { field: string; mostBytes: number },
  work: (upload: Upload | UploadProblem) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), "kawan-upload-"));
  try {
    const path = join(folder, "upload");
    const problem = await receive(request, path, field, mostBytes);
    if (problem) return await work(problem);
    const { size } = await stat(path);
    return await work(size === 0 ? "nothing" : { path, bytes: size });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
