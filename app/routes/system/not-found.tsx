// Any address that nothing else answers: the page says so in the reader's language. A form sent to nowhere is told the same.
import { NotFound } from "~/core/errors";
import { page } from "~/http/route.server";

const nowhere = page(async () => {
  throw new NotFound();
});

export { nowhere as action, nowhere as loader };

export default function Nowhere() {
  return null;
}
