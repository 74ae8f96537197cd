// A conversation that was held elsewhere, from the two files that Polis exports: who said what to which statement, and the statements.

export type ImportedStatement = { key: string; text: string; isShown: boolean };
export type ImportedStance = { statement: string; outsider: string; stance: -1 | 0 | 1; at: Date };
export type Conversation = {
  statements: ImportedStatement[];
  stances: ImportedStance[];
  /** Somebody said something else later; the last one counts. */ changed: number;
};

type Row = Record<string, string>;

const need = (row: Row, column: string, file: string, line: number): string => {
  const value = row[column];
  if (value === undefined) throw new Error(`${file}: there is no column "${column}".`);
  if (value.trim() === "") throw new Error(`${file}:${line}: "${column}" is empty.`);
  return value.trim();
};

/** `agree` is the number that means agreement: exports as files say 1, the database behind them -1. */
export const readConversation = (votes: readonly Row[], comments: readonly Row[], agree: 1 | -1): Conversation => {
  const statements = comments
    .map((row, index): ImportedStatement & { agrees: number | null } => ({
      key: need(row, "comment-id", "statements", index + 2),
      text: need(row, "comment-body", "statements", index + 2).replace(/\s+/g, " "),
      isShown: row["moderated"] !== "-1",
      agrees: row["agrees"] ? Number(row["agrees"]) : null,
    }))
    .sort((a, b) => Number(a.key) - Number(b.key));
  const known = new Set(statements.map(({ key }) => key));
  const last = new Map<string, ImportedStance & { order: number }>();
  let changed = 0;
  for (const [index, row] of votes.entries()) {
    const statement = need(row, "comment-id", "votes", index + 2);
    const outsider = need(row, "voter-id", "votes", index + 2);
    const vote = Number(need(row, "vote", "votes", index + 2));
    if (!known.has(statement)) throw new Error(`votes:${index + 2}: there is no statement ${statement}.`);
    if (vote !== 1 && vote !== 0 && vote !== -1) throw new Error(`votes:${index + 2}: a vote is 1, 0 or -1, not "${row["vote"]}".`);
    const order = row["timestamp"] ? Number(row["timestamp"]) : index;
    if (!Number.isFinite(order)) throw new Error(`votes:${index + 2}: "${row["timestamp"]}" is no time in milliseconds.`);
    const before = last.get(`${statement} ${outsider}`);
    if (before) changed += 1;
    if (before && before.order > order) continue;
    const at = new Date(row["timestamp"] ? order : 0);
    last.set(`${statement} ${outsider}`, { statement, outsider, stance: (vote * agree || 0) as -1 | 0 | 1, at, order });
  }
  const stances = [...last.values()].map(({ order: _order, ...stance }) => stance);
  refuseWrongSign(statements, stances);
  return { statements: statements.map(({ agrees: _agrees, ...statement }) => statement), stances, changed };
};

/** The statements' own counts of agreement tell when the sign of the votes is the other way round. */
const refuseWrongSign = (statements: readonly { key: string; agrees: number | null }[], stances: readonly ImportedStance[]) => {
  let [right, wrong] = [0, 0];
  for (const { key, agrees } of statements) {
    if (agrees === null) continue;
    const own = stances.filter(({ statement }) => statement === key);
    right += Math.abs(agrees - own.filter(({ stance }) => stance === 1).length);
    wrong += Math.abs(agrees - own.filter(({ stance }) => stance === -1).length);
  }
  if (wrong < right) throw new Error("The votes seem to have the other sign: the statements were agreed with where these disagree. Say --agree -1 (or 1).");
};
