/**
 * What a command, and with it each of its children, takes over from where it was started: who and where one is, how the
 * network and the package registries are reached, and the settings of README.md. Anything else is another program's
 * business: PGOPTIONS, PGSERVICE or PGSSLMODE change what psql, initdb and the server do, PROJ_LIB and GDAL_DATA of QGIS
 * or conda what GDAL writes, PYTHONPATH what Python imports, LD_PRELOAD, NODE_OPTIONS and DOTNET_STARTUP_HOOKS what runs
 * at all, and to MSBuild every variable is a property (Platform, Configuration).
 */
const known = [
  // The person and the machine.
  /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|COLORTERM|NO_COLOR|FORCE_COLOR|TZ|LANG|LANGUAGE|LC_\w+|TMPDIR|TMP|TEMP|XDG_\w+|CI)$/,
  /^(DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|DEBIAN_FRONTEND|SUDO_\w+)$/,
  // The network and the registries.
  /^(https?_proxy|no_proxy|all_proxy|npm_\w+|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|CURL_CA_BUNDLE|REQUESTS_CA_BUNDLE)$/i,
  /^NUGET_\w+$/,
  // The runtime: where it is, and how much it may take.
  /^DOTNET_(ROOT\w*|CLI_\w+|NOLOGO|gc\w+|GC\w+|SYSTEM_\w+|RUNNING_IN_CONTAINER|GENERATE_ASPNET_CERTIFICATE|ENVIRONMENT)$/,
  // Our own settings.
  /^(PORT|PLAN_DOCUMENT|PLAN_PACKAGE|INIT_CWD|CHROMIUM|QGIS_PYTHON|AllowedHosts|(ConnectionStrings|Plan|Spa|Logging|Kestrel)__\w+)$/,
  /^(ASPNETCORE|SPATIALPLAN|PLAYWRIGHT)_\w+$/,
];

/** Forgets the rest; to be called before a command does anything. */
export function forgetOthers(environment = process.env) {
  for (const name of Object.keys(environment))
    if (!known.some((pattern) => pattern.test(name))) delete environment[name];
  return environment;
}
