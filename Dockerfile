# Two stages: the first has everything that builds, the second only what a running installation opens (under 300 MB beside Node).
FROM docker.io/library/node:24-bookworm-slim AS build
WORKDIR /src
ENV MONGOMS_DISABLE_POSTINSTALL=1 NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build -- --archive && mkdir /out && tar -xzf dist/cpof-*.tar.gz -C /out

FROM docker.io/library/node:24-bookworm-slim
# Behind a proxy of the same network: the container's own loopback would be reached by nobody.
ENV NODE_ENV=production APP_MODE=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN install -d -m 0700 -o node -g node /data
COPY --from=build /out/cpof /opt/cpof
WORKDIR /opt/cpof
USER node
VOLUME /data
EXPOSE 3000
# Requests under way have 10 s and an e-mail that is being handed over what is left: give a stop 90 s (docker stop -t 90).
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "-r", "./scripts/lib/check-node.cjs", "--conditions=production", "--enable-source-maps", "scripts/run.mjs", "start"]
