// After a crash a PostgreSQL may still be running without its parent, or have left its papers behind: neither blocks the next start.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isAlive, isNumberTaken, processesInCluster, servesCluster, signalQuietly, waitUntil } from "./processes.mjs";

/** @param {string} cluster @returns {{ pid: number, port: number, status: string } | null} what the running server wrote about itself */
export function readPostmaster(cluster) {
  try {
    const lines = readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? "").trim() };
  } catch {
    return null;
  }
}

/**
 * Stops whatever still works in the cluster; afterwards a new server can start.
 * @param {string} cluster @param {(sentence: string) => void} log
 */
export async function clearTheWay(cluster, log) {
  const file = path.join(cluster, "postmaster.pid");
  if (!existsSync(file)) return;
  const found = readPostmaster(cluster);

  if (found && servesCluster(found.pid, cluster)) {
    log("A PostgreSQL from an earlier run that was cut off is still working here; stopping it first.");
    if (!(await stopServer(found.pid))) throw new Error(`The PostgreSQL of an earlier run (process ${found.pid}) does not stop: end it by hand.`);
  }
  // Its main process may have been killed alone: the others notice, but one that is busy does so only after its statement.
  if (!(await waitUntil(() => processesInCluster(cluster).length === 0, 2_000))) {
    for (const pid of processesInCluster(cluster)) signalQuietly(pid, "SIGQUIT");
    await waitUntil(() => processesInCluster(cluster).length === 0, 5_000);
  }
  if (!existsSync(file)) return;
  if (!found || !(found.pid > 0)) {
    rmSync(file);
  } else if (isNumberTaken(found.pid)) {
    // A stranger has that number now, or a dead process that nobody has reaped, and PostgreSQL would refuse to start. Only the number is changed, to one that no process can have:
    // the rest of the file is PostgreSQL's own proof that nobody uses its shared memory any more.
    writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, "2147483646"));
  }
}

/**
 * Fast shutdown first (open transactions are rolled back), then the immediate one, which recovers at the next start.
 * @param {number} pid
 */
export async function stopServer(pid, patience = 15_000) {
  for (const [signal, wait] of /** @type {const} */ ([
    ["SIGINT", patience],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 2_000],
  ])) {
    signalQuietly(pid, signal);
    if (await waitUntil(() => !isAlive(pid), wait, 10)) return true;
  }
  return false;
}
