# The image holds the built site and the packages that it runs with; nothing in it needs root.
ARG NODE_IMAGE=node:lts-slim

FROM ${NODE_IMAGE} AS packages
WORKDIR /kawan
COPY package.json package-lock.json ./
# The lock file may leave out the optional packages of other systems, which the strict way refuses; both keep to its versions.
RUN npm ci --no-audit --no-fund || npm install --no-save --no-audit --no-fund

FROM packages AS build
COPY . .
RUN node bin/kawan.mjs build && npm prune --omit=dev --no-audit --no-fund

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 KAWAN_DATA_DIR=/data
WORKDIR /kawan
COPY --from=build /kawan/node_modules ./node_modules
COPY --from=build /kawan/package.json /kawan/package-lock.json ./
COPY --from=build /kawan/bin ./bin
COPY --from=build /kawan/db/embedded ./db/embedded
COPY --from=build /kawan/db/migrations ./db/migrations
COPY --from=build /kawan/build ./build
# Uploads, secrets and, where DATABASE_URL is not set, the database.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
# The database may first have to put its files in order, so the first minutes do not count.
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Kawan finishes what is being answered within 20 seconds of SIGTERM: give it more than the usual ten (docker stop --time 40).
STOPSIGNAL SIGTERM
CMD ["node", "bin/kawan.mjs", "start"]
