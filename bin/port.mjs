// A port is looked at before anything is started, so that a taken one costs one sentence and nothing else.
import { connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** @typedef {{ host: string, port: number, origin: string }} Address */

/** @returns {Address} */
export function readAddress(env = process.env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`PORT must be a number between 1 and 65535, not "${env.PORT}".`);
  return { host: env.HOST || "127.0.0.1", port, origin: env.PUBLIC_ORIGIN || `http://localhost:${port}` };
}

/** @param {{ host: string, port: number }} address @param {string} command @param {number} patience in milliseconds */
export async function refuseTakenPort({ host, port }, command, patience = 0) {
  const end = Date.now() + patience;
  while (await isTaken(host, port)) {
    if (Date.now() >= end) throw new Error(sentence(port, command));
    await pause(100);
  }
}

/** @param {number} port @param {string} command */
function sentence(port, command) {
  const other = port < 65535 ? port + 1 : 3000;
  return `Port ${port} is used by another program: stop that one, or choose another port with PORT=${other} npm run ${command}.`;
}

/** @param {string} host @param {number} port */
async function isTaken(host, port) {
  // A browser asked for localhost may try IPv6 first, where another program could answer in our place.
  return (await Promise.all([cannotListen(host, port), answers("127.0.0.1", port), answers("::1", port)])).some(Boolean);
}

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
function cannotListen(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE") return resolve(true);
      if (error.code === "EACCES") return reject(new Error(`This user may not listen on port ${port}: choose one above 1023 with PORT.`));
      reject(new Error(`Kawan cannot listen on ${host} (${error.code}): set HOST to an address of this machine.`));
    });
    probe.listen({ host, port }, () => probe.close(() => resolve(false)));
  });
}

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (/** @type {boolean} */ result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(300, () => end(false));
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}

/** Whether the readiness check answers 200; a bare socket keeps the parent small. @param {string} host @param {number} port @returns {Promise<boolean>} */
export function isReady(host, port) {
  return new Promise((resolve) => {
    const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
    const socket = connect({ host: reachable, port });
    let answer = "";
    socket.setTimeout(2_000, () => socket.destroy());
    socket.once("connect", () => socket.write("GET /healthz/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    socket.on("data", (chunk) => (answer += chunk));
    socket.once("error", () => {});
    socket.once("close", () => resolve(/^HTTP\/1\.1 200 /.test(answer)));
  });
}
