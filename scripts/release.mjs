import { readFileSync, writeFileSync } from "node:fs";
import { released } from "./lib/changelog.mjs";
import { options } from "./lib/options.mjs";
import { at } from "./lib/paths.mjs";
import { Stop, say } from "./lib/say.mjs";
import { main } from "./lib/shutdown.mjs";
import { version } from "./lib/version.mjs";

/** `npm run release -- 0.3.0`: writes the version everywhere it stands; the commit and its tag are yours. */
await main(async () => {
  const [next] = options("npm run release -- <version>", {}, 1).positionals;
  if (!/^\d+\.\d+\.\d+$/.test(next ?? ""))
    throw new Stop(`Name the new version, as \`npm run release -- 1.2.3\`; the last one is ${version}.`);
  const changelog = released(readFileSync(at("CHANGELOG.md"), "utf8"), next, new Date());
  for (const file of ["package.json", "package-lock.json"]) {
    const content = JSON.parse(readFileSync(at(file), "utf8"));
    content.version = next;
    if (content.packages) content.packages[""].version = next;
    writeFileSync(at(file), `${JSON.stringify(content, null, 2)}\n`);
  }
  writeFileSync(at("CHANGELOG.md"), changelog);
  say(`Version ${next} is written. Commit it, and then: git tag v${next}`);
});
