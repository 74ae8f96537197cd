// Starts the site once for all stories; what is returned stops it.
import { startStorySite } from "./site";

export default async function setUp(): Promise<() => Promise<void>> {
  const site = await startStorySite();
  process.env.KAWAN_STORY_ORIGIN = site.origin;
  process.env.KAWAN_STORY_DATABASE = site.databaseUrl;
  return site.stop;
}
