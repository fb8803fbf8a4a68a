import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** What shrinks; pictures and fonts are packed already. */
const TEXT = /\.(?:html|js|css|svg|json|txt)$/;

/**
 * Packs what the build has written, once and as small as it gets, beside the file (`main.js.br`, `main.js.gz`). The
 * server sends these as they are (server/Web/PackedFiles.cs).
 */
export function pack(): Plugin {
  let folder = "";
  return {
    name: "pack",
    apply: "build",
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (!TEXT.test(name)) continue;
        const file = join(folder, name);
        const written = readFileSync(file);
        writeFileSync(`${file}.br`, brotli(written));
        writeFileSync(`${file}.gz`, gzipSync(written, { level: constants.Z_BEST_COMPRESSION }));
      }
    },
  };
}

const brotli = (written: Buffer) =>
  brotliCompressSync(written, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: written.length,
    },
  });
