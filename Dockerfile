# The package of `npm run package`, in a container. It needs a PostgreSQL with PostGIS:
#   npm run package
#   docker build --build-arg PACKAGE=dist/spatialplan-<version>-linux-x64 -t spatialplan .
#   docker run -p 5080:5080 -e ConnectionStrings__Plan="Host=…;Database=…;Username=…;Password=…" spatialplan
FROM debian:bookworm-slim
ARG PACKAGE
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates gdal-bin \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home spatialplan
WORKDIR /opt/spatialplan
COPY ${PACKAGE} .
USER spatialplan
ENV ASPNETCORE_URLS=http://+:5080 \
    AllowedHosts=* \
    Plan__Pinyin=gis-data/pinyin.json \
    Plan__MigrateAndLoadAtStart=true
EXPOSE 5080
CMD ["./SpatialPlan.Server"]
