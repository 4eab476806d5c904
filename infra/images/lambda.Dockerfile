# One of the functions for Lambda containers: what is in its zip, as jars, with AWS' runtime interface client and an AOT
# cache. From the root of the project:
#
#   docker build -f infra/images/lambda.Dockerfile --build-arg FUNCTION=pipeline -t kraken/lambda-pipeline:0.1.0 .
#
# FUNCTION is pipeline or admin. The function takes what the zip takes; its image needs no handler.

ARG JAVA=25

FROM eclipse-temurin:${JAVA}-jdk AS build
ARG FUNCTION=pipeline
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/m2 ./mvnw -B -q -Dmaven.repo.local=/m2 -DskipTests -Dgates=off \
      -pl functions/pipeline/app,functions/admin/app,functions/aws-lambda/pipeline,functions/aws-lambda/admin -am package && \
    for each in com.amazonaws:aws-lambda-java-runtime-interface-client:2.9.0 com.amazonaws:aws-lambda-java-core:1.4.0 \
        com.amazonaws:aws-lambda-java-serialization:1.2.0 software.amazon.awssdk:utils-lite:2.34.0; do \
      ./mvnw -B -q -N -Dmaven.repo.local=/m2 org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
        -Dartifact="$each" -DoutputDirectory=/build/runtime || exit 1; \
    done && \
    infra/images/lambda-layout functions/aws-lambda/${FUNCTION}/target/function.zip /build/runtime /app

FROM eclipse-temurin:${JAVA}-jdk AS train
ARG FUNCTION=pipeline
RUN apt-get update && apt-get install -y --no-install-recommends curl redis-server && rm -rf /var/lib/apt/lists/*
COPY infra/images /train/
COPY --from=build /build/functions/pipeline/app/target/quarkus-app /pipeline
COPY --from=build /build/functions/admin/app/target/quarkus-app /admin
COPY --from=build /app /app
WORKDIR /app
RUN /train/train lambda-${FUNCTION} /app /admin /app/app.aot && cp /train/java.options /app/

FROM eclipse-temurin:${JAVA}-jdk
COPY --from=train /app /app
WORKDIR /app
USER 10001:10001
ENTRYPOINT ["java", "@/app/java.options", "@/app/lambda.options", "-XX:AOTCache=/app/app.aot", \
    "com.amazonaws.services.lambda.runtime.api.client.AWSLambda", \
    "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest"]
