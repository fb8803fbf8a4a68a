import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { forgetOthers } from "../../scripts/lib/environment.mjs";
import { at } from "../../scripts/lib/paths.mjs";

const foreign = {
  PGOPTIONS: "-c default_transaction_read_only=on",
  PGSERVICE: "elsewhere",
  PGSSLMODE: "require",
  PGHOST: "db.example",
  PGPASSFILE: "/nowhere",
  PROJ_LIB: "/nowhere",
  PROJ_DATA: "/nowhere",
  GDAL_DATA: "/nowhere",
  GDAL_DRIVER_PATH: "/nowhere",
  PYTHONPATH: "/nowhere",
  PYTHONHOME: "/nowhere",
  LD_LIBRARY_PATH: "/nowhere",
  LD_PRELOAD_OF_ANOTHER: "/nowhere",
  NODE_OPTIONS: "--no-warnings",
  DOTNET_STARTUP_HOOKS: "/nowhere/hook.dll",
  Platform: "x64",
  Configuration: "Debug",
};
const own = {
  PATH: "/usr/bin",
  HOME: "/home/somebody",
  LC_ALL: "C.UTF-8",
  https_proxy: "http://proxy.example:3128",
  NO_PROXY: "localhost",
  npm_config_cache: "/cache",
  DOTNET_ROOT: "/opt/dotnet",
  PORT: "5081",
  PLAN_DOCUMENT: "plan.txt",
  ConnectionStrings__Plan: "Host=db",
  Plan__BaseMaps__TiandituKey: "key",
  ASPNETCORE_URLS: "http://localhost:5081",
};

test("a command keeps its settings and forgets what belongs to other programs", () => {
  assert.deepEqual(forgetOthers({ ...foreign, ...own }), own);
});

test("the children of every command see nothing of other programs", () => {
  const script = `
    import { main } from "${at("scripts", "lib", "shutdown.mjs")}";
    import { run } from "${at("scripts", "lib", "run.mjs")}";
    await main(async () => {
      const { stdout } = await run(process.execPath, ["-p", "Object.keys(process.env).join()"]);
      process.stdout.write(stdout);
      return 0;
    });`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    env: { ...process.env, ...foreign, ...own, PATH: process.env.PATH },
  });
  assert.equal(status, 0, stderr);
  const seen = stdout.trim().split(",");
  assert.deepEqual(
    seen.filter((name) => name in foreign),
    [],
  );
  assert.deepEqual(
    Object.keys(own).filter((name) => !seen.includes(name)),
    [],
  );
});
