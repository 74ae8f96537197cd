// Where a vote came from, kept so that bursts can be seen and nobody can be found: keyed hashes, forgotten after 30 days.
import { addressKey, limitKey } from "./limits/keys.server";

export const voteOrigin = (request: Request, address: string): { addressHash: string; agentHash: string } => ({
  addressHash: limitKey("vote-address", addressKey(address)),
  agentHash: limitKey("vote-agent", request.headers.get("user-agent") ?? ""),
});
