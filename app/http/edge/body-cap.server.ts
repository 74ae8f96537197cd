// How much may be sent: little for forms, more where photographs or studies are handed in. Bodies without a declared length are counted as they arrive.
import type { RequestHandler } from "express";
import { paths } from "~/paths";
import { refuse } from "./refuse.server";

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;
const formCap = 64 * kilobyte;
const lingerMs = 500;

/** An address of ours as a pattern: the zero in it stands for any id. */
const anyId = (path: string): RegExp => new RegExp(`^${path.replaceAll(".", "\\.").replace(/\/0(?=\/|$)/g, "/[^/]+")}(\\.data)?$`);

const larger: readonly { path: RegExp; cap: number }[] = [
  { path: anyId(paths.builder(0)), cap: 256 * kilobyte },
  { path: anyId(paths.builderQuestions(0)), cap: 256 * kilobyte },
  { path: anyId(paths.builderQuestion(0, "0")), cap: 256 * kilobyte },
  { path: anyId(paths.exchange(0)), cap: 2 * megabyte },
  { path: anyId(paths.answerPhotos(0)), cap: 12 * megabyte },
  { path: anyId(paths.diaryPhoto(0, 0)), cap: 12 * megabyte },
  { path: anyId(paths.trialTracking(0)), cap: 2 * megabyte },
  { path: anyId(paths.importTrial()), cap: 20 * megabyte },
];

export const capFor = (path: string): number => larger.find((entry) => entry.path.test(path))?.cap ?? formCap;

export const bodyCap: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") return next();
  const cap = capFor(request.url.split("?", 1)[0] ?? "");
  if (Number(request.headers["content-length"] ?? 0) > cap) return refuse(request, response, { status: 413 });
  if (request.headers["transfer-encoding"] === undefined) return next();

  let received = 0;
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding): boolean => {
    if (chunk) received += chunk.length;
    if (received <= cap) return push(chunk, encoding);
    request.push = () => true;
    // The answer must arrive before the connection goes, although the sender may still be sending.
    response.setHeader("Connection", "close");
    response.once("finish", () => setTimeout(() => request.socket.destroy(), lingerMs).unref());
    refuse(request, response, { status: 413 });
    // Whoever was reading the body learns that it will not be complete.
    request.on("error", () => undefined);
    queueMicrotask(() => request.emit("error", new Error("the body is too large")));
    return false;
  };
  next();
};
