// What this machine can do at most: a bare server that answers every request with the same number of bytes.
import { createServer } from "node:http";

const body = Buffer.alloc(Number(process.env.BYTES ?? 20_480), "x");
const server = createServer((_request, response) => {
  response.writeHead(200, { "Content-Type": "text/html", "Content-Length": body.length });
  response.end(body);
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("started"));
process.on("disconnect", () => process.exit(0));
