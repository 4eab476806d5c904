# The admin function with an AOT cache, trained where it is built. From the root of the repository:
#
#   docker build -f infra/images/admin.Dockerfile -t kraken/admin .
#
# The cache fits only the JVM that wrote it, so the training has the base image of the function itself.

ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG JRE_IMAGE=eclipse-temurin:25-jre

FROM ${JDK_IMAGE} AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/m2 ./mvnw -B -q -Dmaven.repo.local=/m2 -DskipTests -Dgates=off \
    -pl functions/pipeline/app,functions/admin/app -am package

FROM ${JRE_IMAGE} AS train
RUN apt-get update && apt-get install -y --no-install-recommends curl redis-server && rm -rf /var/lib/apt/lists/*
COPY --from=build /build/infra/images /images
COPY --from=build /build/functions/pipeline/app/target/quarkus-app /other
COPY --from=build /build/functions/admin/app/target/quarkus-app /app
RUN /images/train admin /other /app /app/app.aot && cp /images/java.options /images/start /app/

FROM ${JRE_IMAGE}
# With the times that the files had in training: the JVM compares them.
COPY --from=train /app /app
USER 10001:10001
WORKDIR /app
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["/app/start"]
