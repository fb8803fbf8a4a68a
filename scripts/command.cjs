"use strict";

// npm run starts every command here: `command.cjs <name> [arguments]` runs <name>.mjs. Node.js of any age understands this
// file, so that one which is too old for the rest says so instead of failing on the first thing that it does not know.
// biome-ignore lint/style/useNodejsImportProtocol: an old Node.js knows no such protocol
const { readFileSync } = require("fs");
// biome-ignore lint/style/useNodejsImportProtocol: an old Node.js knows no such protocol
const { join } = require("path");

const wanted = JSON.parse(readFileSync(join(__dirname, "..", "package.json"), "utf8")).engines.node.replace(
  /[^\d.]/g,
  "",
);
const [name] = process.argv.splice(2, 1);

function isOlder(version, than) {
  const [own, least] = [version, than].map((text) => text.split(".").map(Number));
  for (let place = 0; place < 3; place++) {
    const difference = (own[place] || 0) - (least[place] || 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

if (isOlder(process.versions.node, wanted)) {
  console.error(
    `SpatialPlan needs Node.js ${wanted} or later, and this is ${process.versions.node}: install it from https://nodejs.org.`,
  );
  process.exitCode = 1;
} else {
  import(`./${name}.mjs`).catch((error) => {
    console.error(
      error.code === "ERR_MODULE_NOT_FOUND"
        ? `A part of SpatialPlan or one of its packages is not here (${error.message.split("\n")[0]}): run npm ci, then the same command again.`
        : error,
    );
    process.exitCode = 1;
  });
}
