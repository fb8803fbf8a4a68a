import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { libpq } from "../lib/libpq.mjs";
import { freePort } from "../lib/port.mjs";
import { Stop } from "../lib/say.mjs";

const geometryTypes = { projects: "POINT", roads: "LINE", waters: "LINE", parks: "POLYGON" };

/** The same four layers in MapServer's own words, from the same tables. */
function mapfile(address) {
  const { PGHOST, PGPORT, PGUSER, PGDATABASE } = libpq(address);
  const layer = ([name, type]) => `
  LAYER
    NAME "${name}" TYPE ${type} STATUS ON
    CONNECTIONTYPE POSTGIS
    CONNECTION "host=${PGHOST} port=${PGPORT} user=${PGUSER} dbname=${PGDATABASE}"
    PROCESSING "CLOSE_CONNECTION=DEFER"
    DATA "geom_3857 from (select geom_3857, code, name_zh, name_en, plan_status, placement from published.${name}) as f using unique code using srid=3857"
    PROJECTION "init=epsg:3857" END
    METADATA "gml_include_items" "all" END
    CLASS END
  END`;
  return `MAP
  NAME "plan" SIZE 256 256 EXTENT -20037508 -20037508 20037508 20037508
  PROJECTION "init=epsg:3857" END
  WEB METADATA "ows_enable_request" "*" END END
  OUTPUTFORMAT NAME "mvt" DRIVER "MVT" FORMATOPTION "EDGE_BUFFER=4" END${Object.entries(geometryTypes).map(layer).join("")}
END
`;
}

/** As many as our server has connections for tiles: two for each core. */
const mapServers = Math.max(4, 2 * cpus().length);

/** nginx with a packed tile as a file, and some MapServers behind it as FastCGI. */
export async function startPeers({ folder, address, tile }) {
  const port = await freePort();
  const files = join(folder, "files");
  mkdirSync(files, { recursive: true });
  writeFileSync(join(files, "tile.mvt"), tile);
  writeFileSync(join(folder, "plan.map"), mapfile(address));
  const sockets = Array.from({ length: mapServers }, (_, at) => join(folder, `mapserv-${at}.sock`));
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; worker_processes 2; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 512; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  upstream mapserv { least_conn; ${sockets.map((socket) => `server unix:${socket};`).join(" ")} }
  server {
    listen 127.0.0.1:${port}; root ${files};
    location /mapserv { fastcgi_pass mapserv; fastcgi_keep_conn off;
      fastcgi_param QUERY_STRING $query_string; fastcgi_param REQUEST_METHOD GET; fastcgi_param MS_MAPFILE ${folder}/plan.map; fastcgi_param MAPSERVER_CONFIG_FILE ${folder}/mapserver.conf; }
  }
}
`,
  );
  writeFileSync(join(folder, "mapserver.conf"), `CONFIG\n ENV\n  MS_MAP_PATTERN "."\n END\nEND\n`);
  const children = [
    ...sockets.map((socket) =>
      spawn("spawn-fcgi", ["-n", "-s", socket, "--", "/usr/lib/cgi-bin/mapserv"], {
        stdio: "ignore",
        detached: true,
        env: {
          ...process.env,
          MS_MAPFILE: join(folder, "plan.map"),
          MAPSERVER_CONFIG_FILE: join(folder, "mapserver.conf"),
        },
      }),
    ),
    spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: "ignore", detached: true }),
  ];
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    for (const child of children) {
      try {
        // MapServer finishes what it waits for, for ever.
        process.kill(-child.pid, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    }
  };
  for (let attempt = 0; ; attempt++) {
    if (
      await fetch(`${url}/tile.mvt`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    if (attempt > 50) {
      await stop();
      throw new Stop("nginx did not start for the comparison.");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    pids: children.map(({ pid }) => pid),
    stop,
    tileOf: ({ z, x, y }) => `${url}/mapserv?mode=tile&tilemode=gmap&map.imagetype=mvt&layers=all&tile=${x}+${y}+${z}`,
  };
}
