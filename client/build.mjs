// Bundles the client into the Python package: an entry of plain DOM, and the stage as a chunk of its own.
import { cp, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "..", "src", "kindlight", "web");

await rm(web, { recursive: true, force: true });
await mkdir(web, { recursive: true });
await build({
  absWorkingDir: here,
  entryPoints: { app: "src/app.ts", style: "src/style/room.css" },
  outdir: web,
  bundle: true,
  minify: true,
  splitting: true,
  format: "esm",
  target: ["es2022"],
  entryNames: "[name]",
  chunkNames: "part-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".frag": "text", ".vert": "text", ".glsl": "text", ".woff2": "file" },
  legalComments: "linked",
  logLevel: "warning",
});
await cp(join(here, "index.html"), join(web, "index.html"));
