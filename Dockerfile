# syntax=docker/dockerfile:1
# The bot in a container: docker build -t ask-the-article . (docs/operations.md explains how to run it)

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Without install scripts: dependencies run no code while the image is built. esbuild works without.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY src ./src
RUN node src/start.mjs --bundle

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    STATE_DIR=/state \
    OPERATION_PORT=9464
WORKDIR /app
COPY --from=build /app/package.json /app/package-lock.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/src ./src
COPY content ./content
RUN mkdir /state && chown node:node /state
USER node
VOLUME /state
# The webhook's port, if WEBHOOK_URL is set. Health and metrics stay inside unless OPERATION_HOST is set.
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.OPERATION_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--max-semi-space-size=4", "src/start.mjs"]
